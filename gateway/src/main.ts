import { fileURLToPath } from 'node:url';
import { guestInternalContract, identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { openRedisKeyValue } from '@vitrine/platform/keyvalue/redis-key-value.ts';
import { clientsWith } from '@vitrine/platform/service/clients-with.ts';
import { runProcess } from '@vitrine/platform/service/run-process.ts';
import { GatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';
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
    const listener = createGateway({
      upstreams: {
        identity: upstreamAt('identity', config.IDENTITY_URL),
        asset: upstreamAt('asset', config.ASSET_URL),
        share: upstreamAt('share', config.SHARE_URL),
        'guest-invitation': upstreamAt('guest-invitation', config.GUEST_INVITATION_URL),
        download: upstreamAt('download', config.DOWNLOAD_URL),
        activity: upstreamAt('activity', config.ACTIVITY_URL),
      },
      clients: {
        identity: clientOf('identity', identityInternalContract, config.IDENTITY_URL),
        share: clientOf('share', shareInternalContract, config.SHARE_URL),
        guest: clientOf('guest-invitation', guestInternalContract, config.GUEST_INVITATION_URL),
      },
      keyValue: await connect('keyvalue', (how) => openRedisKeyValue({ url: config.REDIS_URL, ...how })),
      statements,
      log,
      publicUrl: config.PUBLIC_URL,
      frontendFolder: PAGE_FOLDER,
      trustedProxies: config.TRUSTED_PROXIES,
      operations: metrics.measureRequests,
    });
    return { listener, start: nothing, stopConsuming: nothing, drain: nothing, stop: nothing };
  },
});
