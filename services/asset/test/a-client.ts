import type { Actor, AssetFacts, AssetFiles, AssetOutline, AssetView } from '@vitrine/contracts';
import { aUser } from '../src/testing/actors.ts';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

interface Upload {
  name?: string;
  content?: string | Uint8Array<ArrayBuffer>;
  fields?: Record<string, string>;
  actor?: Actor;
}

/** Calls the service as the gateway would, and says who acts. */
export const aClient = (port: number, headersOf: (actor: Actor) => Promise<Record<string, string>>) => {
  const request = async (actor: Actor, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${String(port)}${path}`, {
      ...init,
      headers: { ...(await headersOf(actor)), ...(init.headers as Record<string, string>) },
    });
  const call = async <Body>(
    actor: Actor,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<Body>> => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return answerOf<Body>(await request(actor, path, body === undefined ? { method } : init));
  };
  const uploadForm = async (form: FormData, actor: Actor = aUser()): Promise<Answer<AssetView>> =>
    answerOf<AssetView>(await request(actor, '/api/v1/assets', { method: 'POST', body: form }));
  return {
    request,
    uploadForm,
    upload: ({ name = 'note.txt', content = 'hello', fields = {}, actor = aUser() }: Upload = {}) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append('file', new Blob([content]), name);
      return uploadForm(form, actor);
    },
    list: (query = '', actor: Actor = aUser()) =>
      call<{ items: AssetView[]; nextCursor: string | null; total: number }>(
        actor,
        'GET',
        `/api/v1/assets?${query}`,
      ),
    outline: (query = '', actor: Actor = aUser()) =>
      call<AssetOutline>(actor, 'GET', `/api/v1/assets/outline?${query}`),
    get: (id: string, actor: Actor = aUser()) => call<AssetView>(actor, 'GET', `/api/v1/assets/${id}`),
    change: (id: string, patch: object, actor: Actor = aUser()) =>
      call<AssetView>(actor, 'PATCH', `/api/v1/assets/${id}`, patch),
    remove: (id: string, actor: Actor = aUser()) => call(actor, 'DELETE', `/api/v1/assets/${id}`),
    facts: (assetIds: string[], actor: Actor) =>
      call<{ assets: AssetFacts[] }>(actor, 'POST', '/internal/assets/visible', { assetIds }),
    files: (route: 'visible-files' | 'files', assetIds: string[], actor: Actor) =>
      call<AssetFiles>(actor, 'POST', `/internal/assets/${route}`, { assetIds }),
  };
};

const answerOf = async <Body>(response: Response): Promise<Answer<Body>> => {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Body,
  };
};
