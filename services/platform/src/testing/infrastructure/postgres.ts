import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../database/embedded-postgres.ts';
import { signalTo, until } from '../../database/embedded/postmaster.ts';
import { quietLog } from '../quiet-log.ts';
import { engineFolder, type RunningEngine } from './engine-process.ts';

/** A PostgreSQL server that a test may kill. Its port is another one after each start. */
export interface OwnPostgres extends RunningEngine {
  /** The address of the server, with the user and the password. */
  url: () => string;
  port: () => number;
  /** Ends it in order and starts it again. */
  restart: () => Promise<void>;
}

const START_ATTEMPTS = 10;
const GONE_WITHIN_MS = 10_000;

/** Starts the embedded PostgreSQL in a temporary folder, durable: what it acknowledged is there after `kill`. */
export const startOwnPostgres = async (): Promise<OwnPostgres> => {
  const dataDir = await engineFolder('postgres');
  const start = () => startEmbeddedPostgres({ dataDir, log: quietLog });
  let server = await start();
  const url = () => server.url('postgres');
  return {
    url,
    port: () => Number(new URL(url()).port),
    kill: async () => {
      const pid = Number(
        (await readFile(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0],
      );
      process.kill(pid, 'SIGKILL');
      await until(() => !signalTo(pid, 0), GONE_WITHIN_MS);
    },
    start: async () => {
      server = await untilItStarts(start);
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** What served connections outlives a killed server for a moment, and holds its memory. */
const untilItStarts = async <Server>(start: () => Promise<Server>): Promise<Server> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
};
