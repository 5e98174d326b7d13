import { ACTOR_HEADER } from '@vitrine/platform/actor/actor-statement.ts';
import type { ActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { HELD_CONNECTION_HEADER } from '@vitrine/platform/http/own-connection.ts';
import { sendProblem } from '@vitrine/platform/http/send-problem.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type RequestHandler, type Response, Router } from 'express';
import type { AuditRequests } from '../audit/audit-requests.ts';
import { noteActor } from '../audit/who-acted.ts';
import type { TokenGate } from '../tokens/token-gate.ts';
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
  /** Asked before anything else: what is refused to tokens is refused whatever else the request brings. */
  tokenGate: TokenGate;
  statements: ActorStatements;
  /** What of a route is asked too often goes no further. */
  limiting: (route: string) => RequestHandler[];
  /** Who asks for much at once waits, and nobody else does. */
  inTurn: (route: string, service: UpstreamName) => RequestHandler[];
  auditing: AuditRequests;
}

/** Leads each route of the public interface to who answers it, and tells that one who acts. Nothing else leads anywhere. */
export const routeRequests = (deps: RoutingDeps): Router => {
  const { routes, upstreams, own, tokenGate, limiting, inTurn, auditing } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const stateWhoActs = statingWhoActs(deps);
  const throughChange: RequestHandler = (_request, response, next) => {
    deps.whoActs.changeWith(response);
    next();
  };
  const refuseTokens =
    (route: string): RequestHandler =>
    async (request, _response, next) => {
      if (await tokenGate(request, route)) throw new AppError('not-allowed');
      next();
    };
  for (const { method, path, answeredBy, changesPeople } of routes) {
    const route = `${method.toUpperCase()} ${path}`;
    const between = changesPeople ? [...limiting(route), throughChange] : limiting(route);
    const handlers =
      answeredBy === 'gateway'
        ? [refuseTokens(route), ...own]
        : [stateWhoActs(route, answeredBy), ...inTurn(route, answeredBy), ...between, upstreams[answeredBy]];
    router[method as 'get'](path, ...auditing(route), ...handlers);
  }
  // After all of them: of two paths that overlap, one may take the method that the other does not.
  for (const [path, methods] of methodsByPath(routes))
    router.all(path, (_request, response) => {
      refuseMethod(response, methods);
    });
  return router;
};

const statingWhoActs =
  ({ whoActs, tokenGate, statements }: RoutingDeps) =>
  (route: string, audience: UpstreamName): RequestHandler =>
  async (request, response, next) => {
    const actor = (await tokenGate(request, route)) ?? (await whoActs.actor(request, response));
    noteActor(request, actor);
    request.headers[ACTOR_HEADER] = await statements.sign(actor, audience);
    next();
  };

/** What says who acts, and how a connection between us is held, is said by us alone: nobody outside can. */
export const forgetWhoClaimsToAct: RequestHandler = (request, _response, next) => {
  Reflect.deleteProperty(request.headers, ACTOR_HEADER);
  Reflect.deleteProperty(request.headers, HELD_CONNECTION_HEADER);
  next();
};

const methodsByPath = (routes: readonly PublicRoute[]): Map<string, Set<string>> => {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of routes) {
    const taken = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
    methods.set(path, new Set([...(methods.get(path) ?? []), ...taken]));
  }
  return methods;
};

const refuseMethod = (response: Response, methods: ReadonlySet<string>): void => {
  response.setHeader('Allow', [...methods].join(', '));
  sendProblem(response, new AppError('method-not-allowed'));
};
