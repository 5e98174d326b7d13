import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import type { RawExecutor } from '@vitrine/platform/database/client-port.ts';
import { databaseUrl } from '@vitrine/platform/database/database-url.ts';
import type { DatabaseDefinition } from '@vitrine/platform/database/define-database.ts';
import { startEmbeddedPostgres } from '@vitrine/platform/database/embedded-postgres.ts';
import { type Database, openDatabase } from '@vitrine/platform/database/open-database.ts';
import { openEmbeddedKeyValue } from '@vitrine/platform/keyvalue/embedded-key-value.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { StandaloneConfig } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import type { KeptSecrets } from './kept-secrets.ts';

/** What all services of this process share, embedded or as the environment names it. */
export type Engines = Awaited<ReturnType<typeof openEngines>>;

interface DatabaseServer {
  url: (databaseName: string) => string;
  stop: () => Promise<void>;
}

const databaseServer = async (
  config: StandaloneConfig,
  folder: DataFolder,
  log: Log,
): Promise<DatabaseServer> => {
  const { DATABASE_URL } = config;
  if (DATABASE_URL === undefined) return startEmbeddedPostgres({ dataDir: folder.pathTo('postgres'), log });
  return { url: (name) => databaseUrl(DATABASE_URL, name), stop: () => Promise.resolve() };
};

/** Starts the engines that are embedded and connects to those that are not. */
export const openEngines = async (
  config: StandaloneConfig,
  folder: DataFolder,
  secrets: KeptSecrets,
  log: Log,
) => {
  const server = await databaseServer(config, folder, log);
  const open: Database<unknown>[] = [];
  const keyValue = openEmbeddedKeyValue(folder.pathTo('keyvalue.db'));
  return {
    bus: createInProcessBus(),
    keyValue,
    objects: await openDiskStore(folder.pathTo('files')),
    statements: createActorStatements(secrets.actorKey),
    serverUrl: server.url(''),
    /** The database of one service, called after it with a prefix of ours. */
    database: async <Transaction extends RawExecutor, Repositories extends object>(
      name: string,
      definition: DatabaseDefinition<Transaction, Repositories>,
    ): Promise<Database<Repositories>> => {
      const database = await openDatabase({
        ...definition,
        url: server.url(`vitrine_${name}`),
        log: log.child({ service: name }),
      });
      open.push(database);
      return database;
    },
    close: async () => {
      await Promise.all(open.map((database) => database.close()));
      await server.stop();
      await keyValue.close();
    },
  };
};
