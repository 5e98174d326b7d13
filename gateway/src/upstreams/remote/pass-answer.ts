import type { IncomingMessage } from 'node:http';
import { announceOwnConnection, keepOwnConnection } from '@vitrine/platform/http/own-connection.ts';
import type { Request, Response } from 'express';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';
import { type FlowLimits, flow } from './flow.ts';
import type { Link } from './open-link.ts';
import { passedBack } from './passed-headers.ts';
import { type Relaying, relay } from './relay.ts';

/** How an answer ended: whole, with the client gone, or broken off by who sent it. */
export type Ending = 'whole' | 'client-gone' | 'broken' | 'broken-before-first-byte';

/**
 * While the client takes nothing, nothing is read from the service, and so a reset by it would go unseen: a write of
 * no bytes finds it (promises.md, 4: a revoked stream ends within 2 s, however slow its reader is).
 */
const PROBE_MS = 500;
const NOTHING = Buffer.alloc(0);

/**
 * Passes an answer on as it comes. Its head goes with the first byte: so a service that breaks off before that can
 * still be answered for. After that the client's connection is reset, so that nobody takes a part for the whole, over
 * HTTP/1.0 too (promises.md, section 3).
 */
export const passAnswer = async (
  exchange: { readonly request: Request; readonly response: Response },
  answer: IncomingMessage,
  limits: FlowLimits,
  own?: Link,
): Promise<Ending> => {
  const { request, response } = exchange;
  const { promise: ended, resolve } = Promise.withResolvers<Ending>();
  let isBegun = false;
  const begin = () => {
    if (!isBegun) passHead(answer, response);
    if (!isBegun && own) announceOwnConnection(request, response);
    isBegun = true;
  };
  const onWhole = () => {
    begin();
    if (own) keepOwnConnection(request);
    response.end();
    resolve('whole');
  };
  // After `end` it is over; without it the service broke off, or the client did and we ended it.
  answer.once('close', () => resolve(isBegun ? 'broken' : 'broken-before-first-byte'));
  response.once('close', () => {
    if (response.writableFinished) return;
    resolve('client-gone');
    answer.destroy();
  });
  if (answer.destroyed) return 'broken-before-first-byte';
  lead({ answer, response, limits, begin, onWhole, onStall: () => answer.destroy() }, own);
  const probe = setInterval(() => {
    if (response.writableNeedDrain) answer.socket.write(NOTHING);
  }, PROBE_MS);
  const ending = await ended;
  clearInterval(probe);
  if (ending === 'broken') resetConnection(request.socket);
  return ending;
};

/** Leads the body on: of a large file past the parser of HTTP, else through it. */
const lead = (leading: Omit<Relaying, 'link' | 'byteSize'>, own: Link | undefined): void => {
  const { answer, response, limits, begin, onWhole, onStall } = leading;
  const byteSize = Number(answer.headers['content-length']);
  if (own && !answer.complete && byteSize > 0) {
    relay({ ...leading, link: own, byteSize });
    return;
  }
  const isStream = isEventStream(answer);
  if (isStream) {
    begin();
    response.flushHeaders();
  }
  answer.once('data', begin);
  answer.once('end', onWhole);
  flow(answer, response, isStream ? { ...limits, silenceMs: Infinity } : limits, onStall);
};

const isEventStream = (answer: IncomingMessage): boolean =>
  answer.headers['content-type']?.startsWith('text/event-stream') === true;

const passHead = (answer: IncomingMessage, response: Response): void => {
  response.status(answer.statusCode ?? 502);
  if (answer.statusMessage) response.statusMessage = answer.statusMessage;
  for (const [name, values] of passedBack(answer.rawHeaders, answer.headers.connection))
    response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
};
