import http from 'node:http';
import https from 'node:https';
import { addAbortSignal } from 'node:stream';
import { type BreakerOptions, createBreaker } from '../circuit/breaker.ts';
import type { Log } from '../log/log.ts';
import { waitFor } from '../service/wait-for.ts';
import { keyOf, storedKey, storedPrefix } from './object-key.ts';
import { type ByteRange, type GetOptions, type NetworkObjectStore, StoreUnavailable } from './port.ts';
import { listKeys } from './s3/list-keys.ts';
import { type LoadClient, clientLoader } from './s3/load-client.ts';
import { openBucket } from './s3/open-bucket.ts';
import { throwRefusal } from './s3/read-refusal.ts';
import { type SendToS3, createSender } from './s3/send-request.ts';
import { createSigner } from './s3/sign-request.ts';
import { uploadStream } from './s3/upload-parts.ts';
import { watchBody } from './s3/watch-body.ts';

/** Which bucket of which server, and how long to wait for it. */
export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  /** To the first byte of an answer. */
  firstByteMs?: number;
  /** Between two pieces of a body that somebody waits for. */
  stallMs?: number;
}

const FIRST_BYTE_MS = 10_000;
const STALL_MS = 10_000;
const CONNECTIONS_MAX = 128;

/**
 * Opens the objects of a bucket, waiting for a server that is not there yet, and makes the bucket where it is missing.
 * @throws Refusal with a sentence for a wrong key, secret, region or bucket
 */
export const openS3Store = async (
  settings: S3Settings,
  options: { log: Log; signal: AbortSignal; observe?: BreakerOptions['observe'] },
): Promise<NetworkObjectStore> => {
  const parts = partsOf(settings);
  const open = () => openBucket({ ...settings, ...parts });
  const engine = {
    name: 'The object store',
    url: settings.endpoint,
    connect: open,
    mayComeLater: (error: unknown) => error instanceof StoreUnavailable,
  };
  await waitFor(engine, options).catch((error: unknown) => {
    parts.agent.destroy();
    throw error;
  });
  return storeOf(settings, { ...parts, send: guarded(parts.send, options) }, open);
};

/** Asks no store that does not answer; until the first byte, so that no stream counts. */
const guarded = (
  send: SendToS3,
  { log, observe }: { log: Log; observe?: BreakerOptions['observe'] },
): SendToS3 => {
  const breaker = createBreaker({
    name: 'store',
    log,
    isFailure: (error) => error instanceof StoreUnavailable,
    ...(observe === undefined ? {} : { observe }),
  });
  return (request) => breaker.run(() => send(request));
};

interface Parts {
  agent: http.Agent;
  loadClient: LoadClient;
  sign: ReturnType<typeof createSigner>;
  send: SendToS3;
}

const partsOf = ({ endpoint, firstByteMs = FIRST_BYTE_MS, ...settings }: S3Settings): Parts => {
  const { protocol, host, hostname, port, origin } = new URL(endpoint);
  const { Agent, request } = protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  const sign = createSigner({ host, ...settings });
  // The client knows no time limits: each of its requests gets one here.
  const limited = (...[options, listener]: [http.RequestOptions, (answer: http.IncomingMessage) => void]) =>
    request({ ...options, signal: AbortSignal.timeout(firstByteMs) }, listener);
  const loadClient = clientLoader({
    endPoint: hostname,
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    useSSL: protocol === 'https:',
    ...settings,
    transport: { request: limited as typeof http.request },
    transportAgent: agent,
    retryOptions: { disableRetry: true },
  });
  return { agent, loadClient, sign, send: createSender({ origin, agent, sign, firstByteMs }) };
};

const storeOf = (
  { endpoint, bucket, stallMs = STALL_MS }: S3Settings,
  { agent, loadClient, sign, send }: Parts,
  open: () => Promise<void>,
): NetworkObjectStore => {
  const { origin } = new URL(endpoint);
  const pathOf = (key: string): string => `/${bucket}/${storedKey(key).replaceAll('%', '%25')}`;
  return {
    put: async (key, content, options = {}) =>
      uploadStream(
        { loadClient, send, bucket, key, storedKey: storedKey(key), path: pathOf(key) },
        content,
        options,
      ),
    get: async (key, { signal, ...asked } = {}) => {
      const answer = await send({ method: 'GET', path: pathOf(key), headers: headersOf(asked), signal });
      const status = asked.range === undefined ? 200 : 206;
      if (answer.statusCode !== status) return throwRefusal(answer, key);
      const body = watchBody(answer, stallMs);
      return signal === undefined ? body : addAbortSignal(signal, body);
    },
    stat: async (key) => {
      const answer = await send({ method: 'HEAD', path: pathOf(key) });
      answer.resume();
      if (answer.statusCode === 404) return null;
      if (answer.statusCode !== 200) return throwRefusal(answer, key);
      const { 'content-length': length, etag = '' } = answer.headers;
      return { byteSize: Number(length), etag };
    },
    delete: async (key) => {
      const answer = await send({ method: 'DELETE', path: pathOf(key) });
      if (![200, 204, 404].includes(answer.statusCode ?? 0)) return throwRefusal(answer, key);
      answer.resume();
    },
    async *list(prefix) {
      for await (const stored of listKeys(send, `/${bucket}`, storedPrefix(prefix))) yield keyOf(stored);
    },
    signedRead: (key) => {
      const path = pathOf(key);
      return { origin, path, headers: sign({ method: 'GET', path }) };
    },
    ping: open,
    close: async () => agent.destroy(),
  };
};

const headersOf = ({ range, ifMatch }: Omit<GetOptions, 'signal'>): Record<string, string> => ({
  ...(range === undefined ? {} : { range: rangeHeader(range) }),
  ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
});

const rangeHeader = ({ from, to }: ByteRange): string => `bytes=${from}-${to ?? ''}`;
