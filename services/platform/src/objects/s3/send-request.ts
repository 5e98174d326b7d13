import { hash } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../port.ts';
import type { RequestToSign } from './sign-request.ts';

/** A request to an S3 server; each may be repeated. */
export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Buffer;
  signal?: AbortSignal | undefined;
}

/** Sends a request and answers with what the server says first, whatever that is. */
export type SendToS3 = (request: S3Request) => Promise<IncomingMessage>;

const PAUSES_MS = [50, 250];
const SLOWEST_BYTES_PER_MS = 256;
const BUSY = new Set([429, 500, 502, 503, 504]);

/**
 * Sends signed requests over connections that are kept. What breaks before the first byte of an answer, and an answer
 * that asks to come again, is tried three times; what takes longer than `firstByteMs` is given up.
 * @throws StoreUnavailable
 */
export const createSender = (to: {
  origin: string;
  agent: http.Agent;
  sign: (request: RequestToSign) => Record<string, string>;
  firstByteMs: number;
}): SendToS3 => {
  const { request: open } = to.origin.startsWith('https:') ? https : http;
  const exchange = (request: S3Request): Promise<IncomingMessage> => {
    const { method, path, body, signal, headers } = request;
    const query = encodeQuery(request.query);
    const checked = body === undefined ? {} : { contentSha256: hash('sha256', body) };
    const signed = to.sign({ method, path, query, ...checked });
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const sent = open(to.origin, {
      method,
      path: query === '' ? path : `${path}?${query}`,
      agent: to.agent,
      headers: { ...signed, ...length, ...headers },
      ...(signal === undefined ? {} : { signal }),
    });
    const limitMs = to.firstByteMs + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
    const answer = firstAnswer(sent, limitMs);
    sent.end(body);
    return answer;
  };
  return (request) => tryAgain(() => exchange(request), request.signal);
};

const encodeQuery = (query: Record<string, string> = {}): string =>
  Object.keys(query)
    .sort()
    .map((name) => `${name}=${encodeURIComponent(query[name] ?? '')}`)
    .join('&');

const firstAnswer = (sent: http.ClientRequest, limitMs: number): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      sent.destroy(new StoreUnavailable('The object store did not answer in time.'));
    }, limitMs);
    sent.on('error', reject);
    sent.once('response', resolve);
    for (const event of ['response', 'close']) sent.once(event, () => clearTimeout(timer));
  });

const tryAgain = async (
  attempt: () => Promise<IncomingMessage>,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> => {
  for (const pauseMs of PAUSES_MS) {
    const answer = await attempt().catch(orGiveUp(signal));
    if (answer !== null && !BUSY.has(answer.statusCode ?? 0)) return answer;
    answer?.resume();
    await pause(pauseMs, undefined, signal === undefined ? {} : { signal });
  }
  const last = await attempt().catch((error: unknown) => {
    orGiveUp(signal)(error);
    throw new StoreUnavailable('The object store cannot be reached.', { cause: error });
  });
  if (!BUSY.has(last.statusCode ?? 0)) return last;
  last.resume();
  throw new StoreUnavailable(`The object store answers with ${last.statusCode ?? 0}.`);
};

/** Null where another attempt may do better. */
const orGiveUp =
  (signal: AbortSignal | undefined) =>
  (error: unknown): null => {
    if (signal?.aborted === true) throw error;
    if (error instanceof StoreUnavailable) throw error;
    return null;
  };
