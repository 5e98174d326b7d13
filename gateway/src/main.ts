import { fileURLToPath } from 'node:url';
import { guestInternalContract, identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { openRedisKeyValue } from '@vitrine/platform/keyvalue/redis-key-value.ts';
import { processConsumer } from '@vitrine/platform/bus/consumer.ts';
import { busAt } from '@vitrine/platform/service/bus-at.ts';
import { clientsWith } from '@vitrine/platform/service/clients-with.ts';
import { runProcess } from '@vitrine/platform/service/run-process.ts';
import { createAuditQueue } from './audit/audit-queue.ts';
import { GatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';
import { oidcOf } from './oidc-config.ts';
import { createLiveEvents } from './live-events/live-events.ts';
import { liveSubscriptions } from './live-events/live-subscriptions.ts';
import { remoteUpstream } from './upstreams/remote-upstream.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../frontend/dist', import.meta.url));
const nothing = (): Promise<void> => Promise.resolve();

await runProcess({
  name: 'gateway',
  settings: GatewayConfig,
  environment: process.env,
  build: async ({ config, log, metrics, connect }) => {
    const statements = createActorStatements(config.ACTOR_KEY);
    const clientOf = clientsWith({ statements, log, metrics });
    const upstreamAt = (name: string, url: string) =>
      remoteUpstream({ name, url, log, observe: metrics.noteCircuit });
    const clients = {
      identity: clientOf('identity', identityInternalContract, config.IDENTITY_URL),
      share: clientOf('share', shareInternalContract, config.SHARE_URL),
      guest: clientOf('guest-invitation', guestInternalContract, config.GUEST_INVITATION_URL),
    };
    // Without sessions, limits of all replicas or live events there is still much that a gateway can do.
    const [keyValue, bus] = await Promise.all([
      connect('keyvalue', (how) => openRedisKeyValue({ url: config.REDIS_URL, ...how }), { isNeeded: false }),
      connect('bus', busAt(config.AMQP_URL, metrics.bus), { isNeeded: false }),
    ]);
    const live = createLiveEvents({ clients, log, pingBus: bus.ping });
    for (const each of liveSubscriptions(live)) await bus.subscribe(processConsumer(each, log));
    metrics.gauge({ name: 'live_event_streams', help: 'Tabs that listen.', read: live.count });
    const audit = createAuditQueue({ publish: bus.publish, log });
    const listener = createGateway({
      audit,
      upstreams: {
        identity: upstreamAt('identity', config.IDENTITY_URL),
        asset: upstreamAt('asset', config.ASSET_URL),
        share: upstreamAt('share', config.SHARE_URL),
        'guest-invitation': upstreamAt('guest-invitation', config.GUEST_INVITATION_URL),
        download: upstreamAt('download', config.DOWNLOAD_URL),
        activity: upstreamAt('activity', config.ACTIVITY_URL),
      },
      clients,
      live,
      keyValue,
      statements,
      log,
      publicUrl: config.PUBLIC_URL,
      frontendFolder: PAGE_FOLDER,
      trustedProxies: config.TRUSTED_PROXIES,
      operations: metrics.measureRequests,
      oidc: oidcOf(config),
    });
    return {
      listener,
      start: bus.start,
      stopConsuming: async () => {
        await Promise.all([live.stop(), bus.stopConsuming()]);
      },
      drain: nothing,
      stop: audit.drain,
    };
  },
});
