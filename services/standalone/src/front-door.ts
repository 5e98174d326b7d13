import { fileURLToPath } from 'node:url';
import { type Upstreams } from '@vitrine/gateway/upstreams/route-requests.ts';
import type { AuditQueue } from '@vitrine/gateway/audit/audit-queue.ts';
import { createGateway } from '@vitrine/gateway/gateway.ts';
import { type LiveEvents, createLiveEvents } from '@vitrine/gateway/live-events/live-events.ts';
import { liveSubscriptions } from '@vitrine/gateway/live-events/live-subscriptions.ts';
import { oidcOf } from '@vitrine/gateway/oidc-config.ts';
import { mailboxRoutes } from '@vitrine/guest-invitation/mailbox/mailbox-routes.ts';
import { processConsumer } from '@vitrine/platform/bus/consumer.ts';
import { logOfService } from '@vitrine/platform/log/log.ts';
import { type Metrics, createMetrics } from '@vitrine/platform/metrics/metrics.ts';
import { type Express, type RequestHandler, Router } from 'express';
import { type StandaloneConfig, publicUrlOf } from './config.ts';
import { mailboxFolder } from './mail-transport.ts';
import type { System, SystemParts } from './system.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../../frontend/dist', import.meta.url));

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;
const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * The mailbox holds links of guests, metrics tell of use: for who sits at this machine, and nobody behind a proxy. By
 * this machine's own names only: a page elsewhere can make its own name lead here (DNS rebinding), and read.
 */
const onlyFromThisMachine =
  ({ TRUSTED_PROXIES }: StandaloneConfig): RequestHandler =>
  (request, _response, next) => {
    const isHere = LOOPBACK.test(request.socket.remoteAddress ?? '') && TRUSTED_PROXIES === 0;
    next(isHere && LOOPBACK_NAME.test(request.headers.host ?? '') ? undefined : 'router');
  };

const healthRoutes = (system: System): Router => {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const isReady = await system.ping().then(
      () => true,
      () => false,
    );
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  return router;
};

const metricsOf = (system: System): Metrics => {
  const metrics = createMetrics();
  for (const [name, database] of system.databases) metrics.watchOutbox(name, database);
  return metrics;
};

const operationsOf = ({ config, folder }: SystemParts, system: System): RequestHandler => {
  const metrics = metricsOf(system);
  const local = Router().use(onlyFromThisMachine(config)).get('/metrics', metrics.serve);
  if (config.SMTP_URL === undefined) local.use(mailboxRoutes(mailboxFolder(folder)));
  return Router().use(metrics.measureRequests, healthRoutes(system), local);
};

/** What the gateway hears of the services; before the bus is started. */
export const hearEvents = async ({ engines, log }: SystemParts, { clients }: System): Promise<LiveEvents> => {
  const gatewayLog = logOfService(log, 'gateway');
  const live = createLiveEvents({ clients, log: gatewayLog });
  for (const each of liveSubscriptions(live)) await engines.bus.subscribe(processConsumer(each, gatewayLog));
  return live;
};

interface FrontDoorParts extends SystemParts {
  system: System;
  live: LiveEvents;
  audit: AuditQueue;
}

/** The gateway with the services of this process behind it, the page, the health routes and the mailbox. */
export const createFrontDoor = (parts: FrontDoorParts): Express => {
  const { config, engines, log, system, live, audit } = parts;
  const upstreams: Upstreams = {
    identity: system.appOf('identity'),
    asset: system.appOf('asset'),
    share: system.appOf('share'),
    'guest-invitation': system.appOf('guest-invitation'),
    download: system.appOf('download'),
    activity: system.appOf('activity'),
  };
  return createGateway({
    upstreams,
    clients: system.clients,
    live,
    audit,
    keyValue: engines.keyValue,
    statements: engines.statements,
    log: logOfService(log, 'gateway'),
    publicUrl: publicUrlOf(config, config.PORT),
    frontendFolder: PAGE_FOLDER,
    trustedProxies: config.TRUSTED_PROXIES,
    operations: operationsOf(parts, system),
    oidc: oidcOf(config),
  });
};
