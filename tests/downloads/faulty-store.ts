import { once } from 'node:events';
import { type RequestListener, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type NetworkObjectStore, ObjectMissing } from '@vitrine/platform/objects/port.ts';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';

/** How a store fails with one object. */
export interface Fault {
  readonly how: 'cut' | 'stall' | 'changed' | 'missing';
  /** From which byte of the object on. */
  readonly at: number;
  /** How often; then it is well again. */
  readonly times: number;
}

interface Wanted {
  readonly content: Buffer;
  readonly from: number;
  readonly to: number;
}

/** An object store over HTTP that fails as it is told, as often as it is told. */
export const openFaultyStore = async () => {
  const objects = new Map<string, Buffer>();
  const faults = new Map<string, Fault>();
  /** The fault of this request, if it comes as far as that; it is counted. */
  const faultOf = (key: string, { to }: Wanted): Fault | undefined => {
    const fault = faults.get(key);
    if (fault === undefined || fault.times === 0 || to <= fault.at) return undefined;
    faults.set(key, { ...fault, times: fault.times - 1 });
    return fault;
  };
  const answer: RequestListener = (request, response) => {
    const key = decodeURIComponent(request.url?.slice(1) ?? '');
    const content = objects.get(key);
    if (content === undefined) return void response.writeHead(404).end();
    const wanted = wantedOf(content, request.headers.range);
    const fault = faultOf(key, wanted);
    if (fault === undefined) return void head(response, wanted).end(content.subarray(wanted.from, wanted.to));
    if (fault.how === 'missing') return void response.writeHead(404).end();
    if (fault.how === 'changed')
      return void head(response, { ...wanted, content: Buffer.concat([content, content]) }).end();
    head(response, wanted).write(content.subarray(wanted.from, Math.max(fault.at, wanted.from)), () => {
      if (fault.how === 'cut') resetConnection(response.socket);
    });
  };
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store: Pick<NetworkObjectStore, 'signedRead' | 'put' | 'delete' | 'get' | 'stat' | 'list'> = {
    signedRead: (key) => ({ origin, path: `/${encodeURIComponent(key)}`, headers: {} }),
    put: async (key, content) => {
      objects.set(key, await buffer(content));
      return { byteSize: objects.get(key)?.length ?? 0, etag: '"1"' };
    },
    delete: async (key) => void objects.delete(key),
    get: async (key, { range = { from: 0 } } = {}) => {
      const content = objects.get(key);
      if (content === undefined) throw new ObjectMissing(key);
      return Readable.from([content.subarray(range.from, (range.to ?? content.length - 1) + 1)]);
    },
    stat: async (key) => {
      const byteSize = objects.get(key)?.length;
      return byteSize === undefined ? null : { byteSize, etag: `"${byteSize}"` };
    },
    async *list(prefix) {
      for (const key of objects.keys()) if (key.startsWith(prefix)) yield key;
    },
  };
  return {
    store,
    fail: (key: string, fault: Fault) => void faults.set(key, fault),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type FaultyStore = Awaited<ReturnType<typeof openFaultyStore>>;

const wantedOf = (content: Buffer, range: string | undefined): Wanted => {
  const [, first = '0', last = String(content.length - 1)] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  return { content, from: Number(first), to: Number(last) + 1 };
};

const head = (response: ServerResponse, { content, from, to }: Wanted): ServerResponse => {
  const isWhole = from === 0 && to === content.length;
  return response.writeHead(isWhole ? 200 : 206, {
    ETag: `"${content.length}"`,
    'Content-Length': to - from,
    ...(isWhole ? {} : { 'Content-Range': `bytes ${from}-${to - 1}/${content.length}` }),
  });
};
