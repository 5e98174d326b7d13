import type { AnyRouter } from '@orpc/server';
import { API_PREFIX } from '@vitrine/contracts';
import express, { type Express, type Response, type Router } from 'express';
import { ACTOR_HEADER, type ActorStatements } from '../actor/actor-statement.ts';
import type { Idempotency } from '../database/idempotency.ts';
import type { Log } from '../log/log.ts';
import { jsonBody, refuseOddUrl } from './json-body.ts';
import { orpcMiddleware } from './orpc-middleware.ts';
import { quickRequests } from './quick-requests.ts';
import { answerError, answerNotFound } from './send-problem.ts';
import type { ServiceContext } from './service-context.ts';
import { traceRequests } from './trace-requests.ts';

/** All routes of a service: those of its contracts, and those that carry bytes. */
export interface ServiceRoutes {
  /** Implements the service's part of the public contract, without the prefix `/api/v1`. */
  publicRouter?: AnyRouter;
  /** Implements the service's internal contract; the gateway never leads there. */
  internalRouter?: AnyRouter;
  /** Adds the byte routes, at their whole public path; `contextOf(response)` tells them who acts. */
  byteRoutes?: (app: Router) => void;
}

/** The largest JSON body: 100,000 ids of 39 characters, and some. */
const JSON_BYTES_MAX = 5 * 1024 * 1024;

/** Who acts, for a byte route. */
export const contextOf = (response: Response): ServiceContext => response.locals['context'] as ServiceContext;

/**
 * The HTTP side of a service, as a request listener: it verifies who acts, reads JSON within limits, and answers every
 * error as problem+json.
 */
export const createServiceApp = (options: {
  /** What the service is called: statements that were said to another count for nothing here. */
  name: string;
  routes: ServiceRoutes;
  statements: ActorStatements;
  log: Log;
  /** What answers a request with an Idempotency-Key once; of the public routes only. */
  once?: Idempotency['once'];
}): Express => {
  const { name, routes, statements, log, once } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(quickRequests, traceRequests, refuseOddUrl);
  app.use(async (request, response, next) => {
    const actor = await statements.verify(request.header(ACTOR_HEADER), name);
    response.locals['context'] = { actor, log } satisfies ServiceContext;
    next();
  });
  routes.byteRoutes?.(app);
  app.use(jsonBody(JSON_BYTES_MAX));
  if (routes.publicRouter) app.use(orpcMiddleware(routes.publicRouter, API_PREFIX, contextOf, once));
  if (routes.internalRouter) app.use(orpcMiddleware(routes.internalRouter, undefined, contextOf));
  app.use(answerNotFound);
  app.use(answerError(log));
  return app;
};
