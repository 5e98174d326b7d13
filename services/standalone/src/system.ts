import { setTimeout as pause } from 'node:timers/promises';
import { activityDatabase } from '@vitrine/activity/activity-repository.ts';
import { createActivityService } from '@vitrine/activity/service.ts';
import { assetDatabase } from '@vitrine/asset/asset-repository.ts';
import { createAssetService } from '@vitrine/asset/service.ts';
import { downloadDatabase } from '@vitrine/download/download-repository.ts';
import { createDownloadService } from '@vitrine/download/service.ts';
import { guestInvitationDatabase } from '@vitrine/guest-invitation/invitation-repository.ts';
import { bouncesOf } from '@vitrine/guest-invitation/bounce-config.ts';
import { createGuestInvitationService } from '@vitrine/guest-invitation/service.ts';
import { identityDatabase } from '@vitrine/identity/identity-repository.ts';
import { createIdentityService } from '@vitrine/identity/service.ts';
import { systemClock } from '@vitrine/platform/clock.ts';
import type { RawExecutor } from '@vitrine/platform/database/client-port.ts';
import type { DatabaseDefinition } from '@vitrine/platform/database/define-database.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import { type Log, logOfService } from '@vitrine/platform/log/log.ts';
import {
  type HostedService,
  type ServiceDefinition,
  hostService,
} from '@vitrine/platform/service/host-service.ts';
import { shareDatabase } from '@vitrine/share/share-repository.ts';
import { createShareService } from '@vitrine/share/service.ts';
import { type StandaloneConfig, publicUrlOf } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import type { Engines } from './engines.ts';
import { type AskedService, type LocalClients, createLocalClients } from './local-clients.ts';
import { mailTransport } from './mail-transport.ts';

/** What the system is built from. */
export interface SystemParts {
  config: StandaloneConfig;
  folder: DataFolder;
  engines: Engines;
  log: Log;
}

/** The six services, each with a database of its own, connected to each other within this process. */
export type System = Awaited<ReturnType<typeof buildSystem>>;

type ServiceName = 'identity' | 'asset' | 'share' | 'guest-invitation' | 'download' | 'activity';

interface Standing {
  databases: Map<ServiceName, Database<unknown>>;
  hosted: Map<ServiceName, HostedService>;
}

/** Opens a service's database and puts the service on its feet. */
const standUp =
  ({ engines, log }: SystemParts, standing: Standing) =>
  async <
    Transaction extends RawExecutor,
    Repositories extends object,
    Service extends ServiceDefinition<Repositories>,
  >(
    name: ServiceName,
    definition: DatabaseDefinition<Transaction, Repositories>,
    create: (database: Database<Repositories>, log: Log) => Service,
  ): Promise<Service> => {
    const serviceLog = logOfService(log, name);
    const database = await engines.database(name, definition);
    const service = create(database, serviceLog);
    const { bus, statements } = engines;
    standing.databases.set(name, database);
    standing.hosted.set(
      name,
      await hostService({ name, service, database, bus, statements, log: serviceLog }),
    );
    return service;
  };

const createServices = async (parts: SystemParts, standing: Standing, clients: LocalClients) => {
  const { config, folder, engines } = parts;
  const stand = standUp(parts, standing);
  const { objects: store } = engines;
  const [identity, asset, share, guest, download] = await Promise.all([
    stand('identity', identityDatabase, (database) => createIdentityService({ database })),
    stand('asset', assetDatabase, (database, log) =>
      createAssetService({
        database,
        store,
        clients,
        log,
        newId,
        uploadByteSizeMax: config.UPLOAD_BYTES_MAX,
      }),
    ),
    stand('share', shareDatabase, (database) => createShareService({ database, clients, newId })),
    stand('guest-invitation', guestInvitationDatabase, (database, log) =>
      createGuestInvitationService({
        database,
        clients,
        newId,
        log,
        transport: mailTransport(config, folder),
        bounces: bouncesOf(config),
        settings: { publicUrl: publicUrlOf(config, config.PORT), from: config.MAIL_FROM },
      }),
    ),
    stand('download', downloadDatabase, (database, log) =>
      createDownloadService({ database, clients, objects: store, newId, clock: systemClock, log }),
    ),
    stand('activity', activityDatabase, (database) => createActivityService({ database, clients })),
  ]);
  return { identity, asset, share, guest, download };
};

/** Builds the services; nothing of it begins before `start`. */
export const buildSystem = async (parts: SystemParts) => {
  const { engines, log } = parts;
  const standing: Standing = { databases: new Map(), hosted: new Map() };
  const routes = new Map<AskedService, ServiceRoutes>();
  const clients = createLocalClients(routes, log);
  const services = await createServices(parts, standing, clients);
  for (const name of ['identity', 'asset', 'share', 'guest'] as const)
    routes.set(name, services[name].routes);
  const hosted = [...standing.hosted.values()];
  return {
    clients,
    databases: standing.databases,
    commands: {
      ...services.identity.commands,
      importFile: services.asset.importFile,
      verifyObjects: services.asset.verifyObjects,
      verifyPacks: services.asset.verifyPacks,
    },
    /** What the subscriptions of each service gave up. */
    deadLetters: new Map([...standing.hosted].map(([name, { deadLetters }]) => [name, deadLetters])),
    appOf: (name: ServiceName) => appOf(standing, name),
    start: async (): Promise<void> => {
      await engines.takeOverObjects();
      await engines.bus.start();
      for (const service of hosted) service.start();
    },
    stop: async (): Promise<void> => {
      await Promise.all(hosted.map((service) => service.stop()));
      await engines.bus.stop();
    },
    /** Does work that causes many events: they are told when it is over. */
    quietly: engines.bus.holdWhile,
    drainDownloads: services.download.drain,
    /**
     * Resolves when no event is on its way any more. Over a broker nobody can tell; then it is enough that files can be
     * taken into every domain.
     */
    settled: async (): Promise<void> => {
      for (const service of hosted) await service.settled();
      if (engines.bus.reach === 'network') await heardOfDomains(standing, services);
    },
    /** Resolves when every asset has its pictures. */
    rendered: services.asset.renderLoop.idle,
    /** Rejects while an engine does not answer. */
    ping: engines.ping,
  };
};

const POLL_MS = 50;

const heardOfDomains = async (
  { databases }: Standing,
  { identity }: Awaited<ReturnType<typeof createServices>>,
): Promise<void> => {
  const domains = (await identity.commands.listAccounts()).flatMap((account) => account.domains);
  const ids = domains.map(({ id }) => id);
  const count = async (): Promise<number> => {
    const statement = 'SELECT domain_id FROM known_domain WHERE domain_id = ANY($1::uuid[])';
    return (await databases.get('asset')?.sql.query(statement, [ids]))?.length ?? 0;
  };
  while ((await count()) < ids.length) await pause(POLL_MS);
};

const appOf = ({ hosted }: Standing, name: ServiceName): HostedService['app'] => {
  const service = hosted.get(name);
  if (service === undefined) throw new Error(`The service ${name} does not stand.`);
  return service.app;
};
