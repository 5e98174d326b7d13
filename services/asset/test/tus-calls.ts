import type { Actor, UploadView } from '@vitrine/contracts';
import { Upload, type UploadOptions } from 'tus-js-client';
import { aUser } from '../src/testing/actors.ts';

/** What of a running service is needed to upload into it. */
export interface TusTarget {
  port: number;
  headersOf: (actor: Actor) => Promise<Record<string, string>>;
}

const PATH = '/api/v1/uploads';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** `Upload-Metadata` of texts by their names. */
export const metadataOf = (texts: Record<string, string>): string =>
  Object.entries(texts)
    .map(([name, text]) => `${name} ${base64(text)}`)
    .join(',');

const sending =
  ({ port, headersOf }: TusTarget) =>
  async (method: string, path: string, headers: Record<string, string>, more: Sending = {}) => {
    const { body, actor = aUser() } = more;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'tus-resumable': '1.0.0', ...(await headersOf(actor)), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      offset: Number(response.headers.get('upload-offset') ?? NaN),
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  };

/** Speaks the protocol by hand, so that a test can say anything. */
export const tusCalls = (target: TusTarget) => {
  const send = sending(target);
  return {
    send,
    options: () => send('OPTIONS', PATH, {}),
    create: (byteSize: number, texts: Record<string, string> = {}, more: Sending & Headers_ = {}) =>
      send(
        'POST',
        PATH,
        {
          'upload-length': String(byteSize),
          'upload-metadata': metadataOf({ filename: 'film.bin', ...texts }),
          ...more.headers,
        },
        more,
      ),
    head: (path: string, actor?: Actor) => send('HEAD', path, {}, { ...(actor && { actor }) }),
    patch: (
      path: string,
      offset: number | string,
      body: Uint8Array<ArrayBuffer>,
      more: Sending & Headers_ = {},
    ) =>
      send(
        'PATCH',
        path,
        {
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
          ...more.headers,
        },
        { ...more, body },
      ),
    drop: (path: string, actor?: Actor) => send('DELETE', path, {}, { ...(actor && { actor }) }),
    show: async (path: string, actor?: Actor) =>
      (await send('GET', path, {}, { ...(actor && { actor }) })).body as unknown as UploadView,
    list: async (actor?: Actor) =>
      (await send('GET', PATH, {}, { ...(actor && { actor }) })).body as unknown as { items: UploadView[] },
  };
};

interface Sending {
  actor?: Actor;
  body?: Uint8Array<ArrayBuffer>;
}
interface Headers_ {
  headers?: Record<string, string>;
}

/** Uploads as the client of the protocol's own authors does. Resolves with the address of the upload. */
export const uploadByTus = async (
  { port, headersOf }: TusTarget,
  content: Buffer,
  options: UploadOptions = {},
): Promise<string> => {
  const headers = await headersOf(aUser());
  return new Promise((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `http://127.0.0.1:${port}${PATH}`,
      headers,
      metadata: { filename: 'film.bin' },
      retryDelays: Array.from({ length: 50 }, () => 100),
      onSuccess: () => resolve(new URL(upload.url ?? '').pathname),
      onError: reject,
      ...options,
    });
    upload.start();
  });
};
