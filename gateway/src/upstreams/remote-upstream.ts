import type { IncomingMessage } from 'node:http';
import { BYTE_ROUTES } from '@vitrine/contracts';
import {
  type Breaker,
  type BreakerOptions,
  createBreaker,
  isFailureOfTheOther,
} from '@vitrine/platform/circuit/breaker.ts';
import { TooLate } from '@vitrine/platform/circuit/in-time.ts';
import { type RetryBudget, createRetryBudget } from '@vitrine/platform/circuit/retry-budget.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { Request, RequestHandler, Response } from 'express';
import { type AskLimits, ClientGone, askService } from './remote/ask-service.ts';
import { type Connections, type Way, connectionsTo } from './remote/connections.ts';
import type { FlowLimits } from './remote/flow.ts';
import { holdUntilRead } from './remote/lingering-answers.ts';
import { type Ending, passAnswer } from './remote/pass-answer.ts';
import { hasBody } from './remote/passed-headers.ts';
import { takesItsTime } from './remote/takes-its-time.ts';

export interface RemoteLimits extends AskLimits, FlowLimits {
  /** Instead of `answerMs`, for what takes no time by its nature. */
  readonly promptMs: number;
}

export interface RemoteUpstreamOptions {
  /** The service as in logs and metrics. */
  readonly name: string;
  /** Where it answers: `http://asset:3000`. */
  readonly url: string;
  readonly log: Log;
  readonly observe?: BreakerOptions['observe'];
  readonly limits?: Partial<RemoteLimits>;
}

/**
 * A reader may stand still for a minute, as at the download service; a dead link is noticed within half of one. A
 * service that asks two others who stand still has answered after ten seconds: it is not the one that hangs.
 */
const LIMITS: RemoteLimits = {
  connectMs: 3_000,
  promptMs: 12_000,
  answerMs: 30_000,
  silenceMs: 30_000,
  blockedMs: 60_000,
};

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

interface Remote {
  readonly url: URL;
  readonly limits: RemoteLimits;
  readonly log: Log;
  readonly name: string;
  readonly breaker: Breaker;
  readonly budget: RetryBudget;
  readonly connections: Connections;
}

/**
 * Leads requests to a service in another process, and its answers back, byte by byte as they come: lengths, ranges,
 * tags and breaks are those of the service. A service that does not answer is a 503; one that breaks off after the
 * first byte is a reset.
 */
export const remoteUpstream = (options: RemoteUpstreamOptions): RequestHandler => {
  const { name, url, log, observe, limits } = options;
  const remote: Remote = {
    url: new URL(url),
    limits: { ...LIMITS, ...limits },
    log,
    name,
    breaker: createBreaker({
      name,
      log,
      isFailure: (error) => !(error instanceof ClientGone) && isFailureOfTheOther(error),
      ...(observe && { observe }),
    }),
    budget: createRetryBudget(),
    connections: connectionsTo(),
  };
  return async (request, response, next) => {
    try {
      await exchangeOrAgain(remote, { request, response });
    } catch (error) {
      if (!(error instanceof ClientGone)) next(unavailable(error));
    }
  };
};

const unavailable = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError('temporarily-unavailable', { retryAfterSeconds: 1 }, { cause: error });

/** Whole files go over a connection of their own: what revokes one of them breaks its connection. */
const isDownload = (request: Request): boolean =>
  request.path.startsWith(BYTE_ROUTES.download.path.split(':')[0] ?? '');

const exchangeOrAgain = async (remote: Remote, exchanged: Exchange): Promise<void> => {
  remote.budget.earn();
  try {
    await exchange(remote, exchanged, 'shared');
  } catch (error) {
    if (!mayAskAgain(exchanged.request, error) || !remote.budget.take()) throw error;
    await exchange(remote, exchanged, 'new');
  }
};

const exchange = async (
  remote: Remote,
  { request, response }: Exchange,
  connection: 'shared' | 'new',
): Promise<void> => {
  const { own, shared } = remote.connections;
  const way = connection === 'new' || isDownload(request) ? own() : shared;
  let { letGo } = way;
  try {
    const answer = await answerTo(remote, request, response, way);
    const { socket } = answer;
    const link = isFile(request, answer) ? way.link() : undefined;
    const ending = await passAnswer({ request, response }, answer, remote.limits, link);
    if (link && ending === 'whole') {
      holdUntilRead(request.socket, socket, letGo);
      letGo = () => undefined;
    }
    tellOf(remote, ending);
  } finally {
    letGo();
  }
};

/** The bytes of a file, or some of them; not a refusal, and not what HEAD is answered with. */
const isFile = (request: Request, { statusCode }: IncomingMessage): boolean =>
  isDownload(request) && request.method === 'GET' && (statusCode === 200 || statusCode === 206);

/** @throws where nothing was sent yet, so that the client can still be told */
const tellOf = ({ log, name }: Remote, ending: Ending): void => {
  if (ending === 'broken') log.warn({ upstream: name }, 'an answer broke off');
  if (ending === 'broken-before-first-byte') throw new Error('The service broke off before the first byte.');
};

const answerTo = async (
  { url, limits, breaker }: Remote,
  request: Request,
  response: Response,
  way: Way,
): Promise<IncomingMessage> => {
  const isPrompt = !takesItsTime(request);
  const answerMs = isPrompt ? limits.promptMs : limits.answerMs;
  const ask = async () => {
    const { asked, answer } = askService({ request, url, way, limits: { ...limits, answerMs } });
    const onClose = () => asked.destroy(new ClientGone());
    response.once('close', onClose);
    try {
      return await answer;
    } finally {
      response.off('close', onClose);
    }
  };
  // What comes with a body comes as slowly as its sender likes; it is not what an open circuit is tried with.
  if (!hasBody(request.headers)) return breaker.run(ask);
  breaker.refuseWhileOpen();
  const outcome = ask();
  // How long an upload takes says nothing about the service.
  if (isPrompt) countOnceKnown(breaker, outcome);
  return outcome;
};

const countOnceKnown = (breaker: Breaker, outcome: Promise<unknown>): void => {
  const count = () => void breaker.run(() => outcome).catch(() => undefined);
  void outcome.then(count, count);
};

/** What only reads, and got no answer because the connection was refused or broke. */
const mayAskAgain = (request: Request, error: unknown): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !hasBody(request.headers) &&
  !(error instanceof AppError || error instanceof TooLate || error instanceof ClientGone);
