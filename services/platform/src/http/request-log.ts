import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, RequestHandler, Response } from 'express';
import { type Log, loggablePath } from '../log/log.ts';

const nothing = (): null => null;

const isPicture = (path: string): boolean => /\/(?:thumbnail|preview|pages\/\d+)$/.test(path);

/**
 * One line per request when it is over; pictures only at debug, since a page asks for dozens.
 * @param more what else is told of a request, by the names that stand in its line
 */
export const logRequests =
  (log: Log, more: (request: Request, response: Response) => object | null = nothing): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    const path = loggablePath(request.originalUrl);
    const write = () => {
      const line = {
        method: request.method,
        path,
        status: response.statusCode,
        durationMs: Math.round(performance.now() - startedAt),
        ...(response.writableFinished ? {} : { cutOff: true }),
        ...more(request, response),
      };
      if (response.statusCode >= 500) log.error(line, 'request');
      else if (isPicture(path)) log.debug(line, 'request');
      else log.info(line, 'request');
    };
    // The end of an answer comes from the connection, which is part of no trace.
    response.once('close', AsyncLocalStorage.bind(write));
    next();
  };
