import { ACTOR_HEADER } from '@vitrine/platform/actor/actor-statement.ts';
import type { ActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { HELD_CONNECTION_HEADER } from '@vitrine/platform/http/own-connection.ts';
import { sendProblem } from '@vitrine/platform/http/send-problem.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type RequestHandler, type Response, Router } from 'express';
import type { WhoActs } from '../who-acts/who-acts.ts';
import type { PublicRoute, UpstreamName } from './public-routes.ts';

/** Where a service answers: its app in this process, or a proxy to another. */
export type Upstream = RequestHandler;
export type Upstreams = Record<UpstreamName, Upstream>;

interface RoutingDeps {
  routes: readonly PublicRoute[];
  upstreams: Upstreams;
  /** Answers the routes that are the gateway's own. */
  own: RequestHandler[];
  whoActs: WhoActs;
  statements: ActorStatements;
}

/** Leads each route of the public interface to who answers it, and tells that one who acts. Nothing else leads anywhere. */
export const routeRequests = ({ routes, upstreams, own, whoActs, statements }: RoutingDeps): Router => {
  const router = Router({ caseSensitive: true, strict: true });
  const stateWhoActs: RequestHandler = async (request, response, next) => {
    const actor = await whoActs.actor(request, response);
    request.headers[ACTOR_HEADER] = await statements.sign(actor);
    next();
  };
  const throughChange: RequestHandler = (_request, response, next) => {
    whoActs.changeWith(response);
    next();
  };
  for (const { method, path, answeredBy, changesPeople } of routes) {
    const before = changesPeople ? [stateWhoActs, throughChange] : [stateWhoActs];
    const handlers = answeredBy === 'gateway' ? own : [...before, upstreams[answeredBy]];
    router[method as 'get'](path, ...handlers);
  }
  // After all of them: of two paths that overlap, one may take the method that the other does not.
  for (const [path, methods] of methodsByPath(routes))
    router.all(path, (_request, response) => {
      refuseMethod(response, methods);
    });
  return router;
};

/** What says who acts, and how a connection between us is held, is said by us alone: nobody outside can. */
export const forgetWhoClaimsToAct: RequestHandler = (request, _response, next) => {
  Reflect.deleteProperty(request.headers, ACTOR_HEADER);
  Reflect.deleteProperty(request.headers, HELD_CONNECTION_HEADER);
  next();
};

const methodsByPath = (routes: readonly PublicRoute[]): Map<string, string[]> => {
  const methods = new Map<string, string[]>();
  for (const { method, path } of routes)
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  return methods;
};

const refuseMethod = (response: Response, methods: string[]): void => {
  response.setHeader('Allow', methods.join(', '));
  sendProblem(response, new AppError('method-not-allowed'));
};
