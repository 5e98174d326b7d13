import { DEMO_PASSWORD } from './running-vitrine.ts';

/** An answer with its body read. */
export interface ApiAnswer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A part of the system does not answer right now (503): who polls asks again, as `Retry-After` says. */
export class Unanswered extends Error {}

/** Somebody who talks to the API, with cookies of their own. */
export interface ApiPerson {
  request: <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<ApiAnswer<Body>>;
  get: <Body>(path: string) => Promise<Body>;
  /** Sends it and expects a 2xx. */
  post: <Body>(path: string, body: unknown) => Promise<Body>;
  /** Whatever the path gives, unread. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** What a browser of this person would send along. */
  cookie: () => string;
  upload: (fields: {
    fileName: string;
    content: Uint8Array;
    domainId?: string;
  }) => Promise<ApiAnswer<Record<string, unknown>>>;
}

const cookieOf = (jar: ReadonlyMap<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

const keep = (jar: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
};

const read = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
};

/** Somebody without a session yet. */
export const anApiPerson = (origin: string): ApiPerson => {
  const jar = new Map<string, string>();
  const send: ApiPerson['fetch'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', cookieOf(jar));
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers });
    keep(jar, response);
    return response;
  };
  const request: ApiPerson['request'] = async (method, path, body) => {
    const init =
      body === undefined
        ? { method }
        : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await send(`/api/v1${path}`, init);
    return { status: response.status, headers: response.headers, body: (await read(response)) as never };
  };
  const expected = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await request<Body>(method, path, body);
    if (answer.status < 300) return answer.body;
    const told = `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`;
    throw answer.status === 503 ? new Unanswered(told) : new Error(told);
  };
  return {
    fetch: send,
    request,
    get: (path) => expected('GET', path),
    post: (path, body) => expected('POST', path, body),
    cookie: () => cookieOf(jar),
    upload: async ({ fileName, content, domainId }) => {
      const form = new FormData();
      if (domainId !== undefined) form.set('domainId', domainId);
      form.set('file', new Blob([Buffer.from(content)]), fileName);
      const response = await send('/api/v1/assets', { method: 'POST', body: form });
      return {
        status: response.status,
        headers: response.headers,
        body: (await read(response)) as Record<string, unknown>,
      };
    },
  };
};

/** Somebody of the demo, signed in. */
export const signedIn = async (origin: string, email: string): Promise<ApiPerson> => {
  const person = anApiPerson(origin);
  await person.post('/session', { email, password: DEMO_PASSWORD });
  return person;
};
