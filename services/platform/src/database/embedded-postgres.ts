import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../log/log.ts';
import { createCluster } from './embedded/create-cluster.ts';
import { binariesIn, packageOfBinaries, publicCopyOf } from './embedded/postgres-binaries.ts';
import type { PostgresBinaries } from './embedded/postgres-binaries.ts';
import { isReachable, postgresUser } from './embedded/postgres-user.ts';
import type { PostgresUser } from './embedded/postgres-user.ts';
import { stopOrphan } from './embedded/postmaster.ts';
import { startServer } from './embedded/start-server.ts';

/** What {@link startEmbeddedPostgres} needs. */
export interface EmbeddedPostgresOptions {
  /** A folder of ours alone: the cluster, its log and its password are kept in it. Made where it is missing. */
  readonly dataDir: string;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** `false` for tests only: nothing is forced to the disk. */
  readonly isDurable?: boolean;
}

/** A running server of our own. */
export interface EmbeddedPostgres {
  /** The address of one of its databases, which need not exist yet; holds the password. */
  readonly url: (databaseName: string) => string;
  /** Ends it within two seconds; what was committed is kept. */
  readonly stop: () => Promise<void>;
}

const OWNER = 'vitrine';

/**
 * Starts a PostgreSQL 18 of our own on a free port of 127.0.0.1, in a process group of its own, so that a Ctrl-C
 * meant for us does not end it before us. A server that a killed process left behind is stopped first.
 * Throws a sentence where the folder is in use or the server cannot start.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { log, isDurable = true } = options;
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const cluster = path.join(dataDir, 'cluster');
  const ownerFile = path.join(dataDir, 'owner.pid');
  await stopOrphan(cluster, await ownerIn(ownerFile));
  await writeFile(ownerFile, String(process.pid));
  const user = await postgresUser();
  const binaries = await binariesFor(user);
  const password = await passwordIn(path.join(dataDir, 'password'));
  if (!existsSync(cluster)) {
    log.info('making the data directory of the embedded PostgreSQL');
    await createCluster({ cluster, initdb: binaries.initdb, user, owner: OWNER, password, isDurable });
  }
  const logFile = path.join(dataDir, 'postgres.log');
  const server = await startServer({ cluster, binaries, user, logFile, isDurable, log });
  const address = `postgresql://${OWNER}:${password}@127.0.0.1:${server.port}`;
  return { url: (databaseName) => `${address}/${encodeURIComponent(databaseName)}`, stop: server.stop };
};

const ownerIn = async (file: string): Promise<number | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text);
};

const binariesFor = async (user: PostgresUser): Promise<PostgresBinaries> => {
  const folder = await packageOfBinaries();
  return binariesIn((await isReachable(folder, user)) ? folder : await publicCopyOf(folder));
};

const passwordIn = async (file: string): Promise<string> => {
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  await chmod(file, 0o600);
  return (await readFile(file, 'utf8')).trim();
};
