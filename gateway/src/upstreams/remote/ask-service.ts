import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as send } from 'node:http';
import type { Request } from 'express';
import { TooLate } from '@vitrine/platform/circuit/in-time.ts';
import { timeLimit } from '@vitrine/platform/schedule/time-limit.ts';
import type { Way } from './connections.ts';
import { flow } from './flow.ts';
import { hasBody, passedOn } from './passed-headers.ts';

/** How long a service may keep a request waiting. */
export interface AskLimits {
  /** Until a connection stands. */
  readonly connectMs: number;
  /** From the last byte of the request to the head of the answer, and for each pause in which it takes nothing. */
  readonly answerMs: number;
}

/** The client went before there was an answer: nobody's fault, and nobody to tell. */
export class ClientGone extends Error {}

export interface Asking {
  readonly asked: ClientRequest;
  /** The head of the answer; its body is still to come. */
  readonly answer: Promise<IncomingMessage>;
}

/** Sends a request on to a service, its body as it comes. */
export const askService = (options: {
  readonly request: Request;
  readonly url: URL;
  readonly way: Way;
  readonly limits: AskLimits;
}): Asking => {
  const { request, url, way, limits } = options;
  const asked = send({
    host: url.hostname,
    port: url.port || 80,
    method: request.method,
    path: request.originalUrl,
    headers: { ...passedOn(request.headers), host: url.host, ...way.headers },
    ...way.options,
  });
  const patience = patienceWith(asked);
  asked.once('socket', (socket) => {
    if (!socket.connecting) return;
    const stop = patience(limits.connectMs, 'did not take the connection');
    socket.once('connect', stop).once('close', stop);
  });
  return { asked, answer: answerOf(asked, sendBody(request, asked, limits), patience, limits) };
};

/** Ends a request to a service that lets it wait; gives what ends the waiting. */
type Patience = (ms: number, what: string) => () => void;

const patienceWith =
  (asked: ClientRequest): Patience =>
  (ms, what) =>
    timeLimit(ms, () => asked.destroy(new TooLate(`The service ${what} within ${ms} ms.`)));

const answerOf = async (
  asked: ClientRequest,
  bodySent: Promise<undefined>,
  patience: Patience,
  { answerMs }: AskLimits,
): Promise<IncomingMessage> => {
  const waiting = { isOver: false, end: (): void => undefined };
  void bodySent.then(() => {
    if (!waiting.isOver) waiting.end = patience(answerMs, 'did not answer');
  });
  // It can break before anybody listens to it; whoever reads it sees that it ended early.
  asked.once('response', (answer: IncomingMessage) => answer.on('error', () => undefined));
  try {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    // There is an answer: what breaks now of the rest of the request breaks there.
    asked.on('error', () => undefined);
    return answer;
  } finally {
    waiting.isOver = true;
    waiting.end();
  }
};

/** Resolves when all of the body was handed over; never, where it ends before that. */
const sendBody = (request: Request, asked: ClientRequest, { answerMs }: AskLimits): Promise<undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const end = () => asked.end(() => resolve(undefined));
  if (!hasBody(request.headers)) {
    end();
    return promise;
  }
  asked.flushHeaders();
  const stop = flow(request, asked, { silenceMs: Infinity, blockedMs: answerMs }, () => {
    asked.destroy(new TooLate(`The service took nothing of the body within ${answerMs} ms.`));
  });
  request.once('end', end);
  // What the service does not want any more is read all the same, so that the client comes to the answer.
  asked.once('close', () => {
    stop();
    request.removeAllListeners('data').resume();
  });
  return promise;
};
