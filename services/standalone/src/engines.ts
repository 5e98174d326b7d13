import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import type { RawExecutor } from '@vitrine/platform/database/client-port.ts';
import type { DatabaseDefinition } from '@vitrine/platform/database/define-database.ts';
import { startEmbeddedPostgres } from '@vitrine/platform/database/embedded-postgres.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { openWhenThere } from '@vitrine/platform/database/open-when-there.ts';
import { type Log, logOfService } from '@vitrine/platform/log/log.ts';
import type { StandaloneConfig } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import type { KeptSecrets } from './kept-secrets.ts';
import { holdable } from './holdable-bus.ts';
import { type Waiting, openBus, openKeyValue, openObjects } from './open-engines.ts';

/** What all services of this process share, embedded or as the environment names it. */
export type Engines = Awaited<ReturnType<typeof openEngines>>;

interface DatabaseServer {
  url: string;
  stop: () => Promise<void>;
}

const databaseServer = async (
  { DATABASE_URL }: StandaloneConfig,
  folder: DataFolder,
  log: Log,
): Promise<DatabaseServer> => {
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, stop: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ dataDir: folder.pathTo('postgres'), log });
  return { url: server.url(''), stop: server.stop };
};

/** Connects to the engines that the environment names, and starts those that are embedded. */
export const openEngines = async (
  config: StandaloneConfig,
  folder: DataFolder,
  secrets: Pick<KeptSecrets, 'actorKey'>,
  waiting: Waiting,
) => {
  const { log } = waiting;
  // The embedded server is last: it is a process of its own, and whoever waits for others may be ended meanwhile.
  const [bus, keyValue, objects] = await Promise.all([
    openBus(config, waiting),
    openKeyValue(config, folder, waiting),
    openObjects(config, folder, waiting),
  ]);
  const server = await databaseServer(config, folder, log);
  const open: Database<unknown>[] = [];
  return {
    bus: holdable(bus),
    keyValue,
    objects: objects.store,
    /** Before anything is put, where nobody else runs on them. */
    takeOverObjects: objects.takeOver,
    statements: createActorStatements(secrets.actorKey),
    serverUrl: server.url,
    /** The database of one service, called after it with a prefix of ours. */
    database: async <Transaction extends RawExecutor, Repositories extends object>(
      name: string,
      definition: DatabaseDefinition<Transaction, Repositories>,
    ): Promise<Database<Repositories>> => {
      const own = { log: logOfService(log, name), signal: waiting.signal };
      const opening = openWhenThere(definition, name, server.url);
      const database = await waiting.saying('PostgreSQL', server.url, () => opening(own));
      open.push(database);
      return database;
    },
    /** Rejects while one that is not of this process does not answer. */
    ping: async (): Promise<void> => {
      await Promise.all([...open.map((database) => database.ping()), bus.ping(), objects.ping()]);
    },
    close: async () => {
      await Promise.all(open.map((database) => database.close()));
      await server.stop();
      await Promise.all([keyValue.close(), objects.close()]);
    },
  };
};
