import type { ActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { type Clock, systemClock } from '@vitrine/platform/clock.ts';
import { quickRequests } from '@vitrine/platform/http/quick-requests.ts';
import { logRequests } from '@vitrine/platform/http/request-log.ts';
import { traceRequests } from '@vitrine/platform/http/trace-requests.ts';
import { answerError, answerNotFound } from '@vitrine/platform/http/send-problem.ts';
import type { KeyValue } from '@vitrine/platform/keyvalue/port.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import express, { type Express, type Request, type RequestHandler } from 'express';
import { serveApiDocument } from './api-document/serve-api-document.ts';
import type { AuditQueue } from './audit/audit-queue.ts';
import { auditRequests } from './audit/audit-requests.ts';
import { refusedRequest } from './audit/refused-request.ts';
import type { GatewayClients } from './gateway-context.ts';
import { attemptLimits } from './limits/attempt-limits.ts';
import { clientAddress } from './limits/client-address.ts';
import { countAttempt } from './limits/count-attempt.ts';
import { countersOf } from './limits/counters.ts';
import { fairTurns } from './limits/fair-turns.ts';
import { limitRoute } from './limits/limit-route.ts';
import { processCounters } from './limits/process-counters.ts';
import type { LiveEvents } from './live-events/live-events.ts';
import type { OidcSettings } from './oidc-config.ts';
import { ownRoutes } from './own-routes.ts';
import { readFrontendFiles } from './pages/frontend-files.ts';
import { serveFrontend } from './pages/serve-frontend.ts';
import { refuseCrossSite } from './protection/cross-site.ts';
import { demandOneHost } from './protection/one-host.ts';
import { discreetHeaders, securityHeaders } from './protection/security-headers.ts';
import { cookiesPer, secretCookie } from './sessions/cookies.ts';
import { failClosed } from './sessions/fail-closed.ts';
import { guestSessions } from './sessions/guest-sessions.ts';
import { openShares } from './sessions/open-shares.ts';
import { userSessions } from './sessions/user-sessions.ts';
import { deviceOf } from './sessions/where.ts';
import { publicRoutes } from './upstreams/public-routes.ts';
import { type Upstreams, forgetWhoClaimsToAct, routeRequests } from './upstreams/route-requests.ts';
import { tokenGate } from './tokens/token-gate.ts';
import { whoActs } from './who-acts/who-acts.ts';

export interface GatewayOptions {
  /** Where each service answers: its app in this process, or a proxy to another. */
  upstreams: Upstreams;
  /** The services that the gateway itself asks. */
  clients: GatewayClients;
  /** Who listens at this process to what changes. */
  live: LiveEvents;
  /** Is told of what people and guests do. */
  audit: Pick<AuditQueue, 'add'>;
  /** Sessions and limits. */
  keyValue: KeyValue;
  statements: ActorStatements;
  log: Log;
  /** Where browsers reach the portal: https here makes cookies go over https only. */
  publicUrl: string;
  /** The built page; without it there is only the API. */
  frontendFolder?: string;
  /** How many proxies of ours stand in front and add to X-Forwarded-For. */
  trustedProxies?: number;
  /** Answers before anything else does, but with the headers of every answer: health, metrics, the mailbox. */
  operations?: RequestHandler;
  clock?: Clock;
  /** With whom people sign in beside passwords. */
  oidc?: OidcSettings | undefined;
}

/** The only door for browsers: sessions, limits, who acts, and the way to the services. It decides no rule of theirs. */
export const createGateway = (options: GatewayOptions): Express => {
  const { log, operations, frontendFolder } = options;
  const publicUrl = new URL(options.publicUrl);
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  const addressOf = addressWith(options.trustedProxies ?? 0);
  app.use(quickRequests, traceRequests, forgetWhoClaimsToAct, logRequests(log, refusedRequest(addressOf)));
  app.use(securityHeaders(publicUrl.protocol === 'https:'));
  app.use(discreetHeaders, demandOneHost);
  if (operations) app.use(operations);
  app.use(refuseCrossSite(publicUrl), serveApiDocument(), routesOf(options, publicUrl));
  if (frontendFolder !== undefined) app.use(serveFrontend(readFrontendFiles(frontendFolder)));
  app.use(answerNotFound, answerError(log));
  return app;
};

const routesOf = (options: GatewayOptions, publicUrl: URL) => {
  const { clients, keyValue, statements, upstreams, live, log, clock = systemClock } = options;
  const isHttps = publicUrl.protocol === 'https:';
  const store = failClosed(keyValue, log);
  const addressOf = addressWith(options.trustedProxies ?? 0);
  const ofGuests = guestSessions({ store, clock });
  const sessions = {
    userSessions: userSessions({ store, clock }),
    guestSessions: ofGuests,
    openShares: openShares(ofGuests, isHttps),
    userCookie: secretCookie('vitrine_session', isHttps),
    codeCookieOf: cookiesPer('vitrine_guest_code', isHttps).of,
    oidcCookie: secretCookie('vitrine_oidc', isHttps),
    whereOf: (request: Request) => ({
      ...deviceOf(request.header('user-agent')),
      address: addressOf(request),
    }),
  };
  const acting = whoActs({ ...sessions, identity: clients.identity, clock });
  const counters = processCounters(() => clock().getTime());
  const counting = countersOf(keyValue, counters);
  const limits = attemptLimits(counting);
  const gate = tokenGate({ identity: clients.identity, limits, addressOf, profileOf: acting.profileOf });
  const own = ownRoutes({
    ...sessions,
    store,
    publicUrl,
    oidc: options.oidc,
    clients,
    live,
    clock,
    whoActs: acting,
    limits,
    addressOf,
    log,
  });
  return routeRequests({
    routes: publicRoutes(),
    upstreams,
    own,
    whoActs: acting,
    tokenGate: gate,
    statements,
    inTurn: fairTurns({ addressOf, now: () => clock().getTime() }),
    limiting: limitRoute({ count: countAttempt(counting), addressOf }),
    auditing: auditRequests({ ...sessions, audit: options.audit, identity: clients.identity, clock, log }),
  });
};

const addressWith =
  (trustedProxies: number) =>
  (request: Request): string =>
    clientAddress({
      socketAddress: request.socket.remoteAddress,
      forwardedFor: request.header('x-forwarded-for'),
      trustedProxies,
    });
