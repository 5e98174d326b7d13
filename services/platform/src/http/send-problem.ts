import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError } from '../errors/app-error.ts';
import { reasonOf } from '../errors/reason-of.ts';
import type { Log } from '../log/log.ts';
import { asAppError, problemOf } from './problem.ts';
import { resetConnection } from './reset-connection.ts';

/** For what passes, and nobody knows when: as long as an open circuit lets nothing through. */
const SOON = '2';

const retryAfterOf = ({ code, details }: AppError): string | undefined => {
  const { retryAfterSeconds } = details;
  if (typeof retryAfterSeconds === 'number') return String(retryAfterSeconds);
  return code === 'temporarily-unavailable' ? SOON : undefined;
};

/**
 * Answers with the problem+json of an outcome. No cache keeps it: a 404 and a 410 may be kept without a word of ours
 * (RFC 9110, 15.1), and a share that was disabled can be enabled again.
 */
export const sendProblem = (response: Response, error: AppError): void => {
  const problem = problemOf(error.code, error.details);
  const retryAfter = retryAfterOf(error);
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};

/** For what no route took. */
export const answerNotFound: RequestHandler = () => {
  throw new AppError('not-found');
};

/**
 * The last handler of every app: each error becomes a problem+json. After the first byte the connection is reset, so
 * that nobody takes a part for the whole (promises.md, section 3).
 */
export const answerError =
  (log: Log): ErrorRequestHandler =>
  (thrown: unknown, request, response, _next) => {
    const error = asAppError(thrown);
    if (error.code === 'internal-error')
      log.error({ err: error.cause ?? error, method: request.method }, 'request failed');
    if (error.code === 'temporarily-unavailable')
      log.warn({ reason: reasonOf(error.cause ?? error), method: request.method }, 'request not answered');
    if (response.headersSent) resetConnection(request.socket);
    else sendProblem(response, error);
  };
