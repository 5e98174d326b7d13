import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../log/log.ts';
import { lendFolder } from './lent-folder.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';
import { isReady, signalTo, stopServer, until } from './postmaster.ts';

interface ServerOptions {
  readonly cluster: string;
  readonly binaries: PostgresBinaries;
  readonly user: PostgresUser;
  readonly logFile: string;
  readonly isDurable: boolean;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

interface Server {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
const PORT_ATTEMPTS = 5;
const LOG_LIMIT_BYTES = 5_000_000;

/** For a small team on a small machine: little memory, no replication, few helper processes. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_parallel_workers: '0',
  autovacuum_max_workers: '1',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};
const FORGETFUL: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Starts the server on a free port and resolves when it takes connections. */
export const startServer = async (options: ServerOptions): Promise<Server> => {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = await spawnServer(options, port);
    const isGone = () => child.exitCode !== null || child.signalCode !== null;
    await until(async () => isGone() || (await isReady(options.cluster)), START_TIMEOUT_MS);
    if (!isGone() && (await isReady(options.cluster))) return running(child, port, options);
    await stopServer(pidOf(child), () => !isGone());
    const tail = await lastLines(options.logFile);
    // Somebody else may have taken the port since we found it free.
    if (attempt >= PORT_ATTEMPTS || !tail.includes('could not bind')) {
      throw new Error(`The embedded PostgreSQL did not start; the end of ${options.logFile}:\n${tail}`);
    }
  }
};

const spawnServer = async (options: ServerOptions, port: number): Promise<ChildProcess> => {
  const { cluster, binaries, user, logFile, isDurable } = options;
  await rotate(logFile);
  const output = await open(logFile, 'a');
  const folder = await lendFolder(cluster, user);
  const settings = { ...SETTINGS, ...(isDurable ? {} : FORGETFUL), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', folder.path, ...flags], {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_MESSAGES: 'C' },
    detached: true,
    stdio: ['ignore', output.fd, output.fd, ...folder.descriptors],
  });
  child.on('error', () => undefined);
  child.unref();
  await Promise.all([output.close(), folder.close()]);
  return child;
};

const running = (child: ChildProcess, port: number, { log, logFile }: ServerOptions): Server => {
  const pid = pidOf(child);
  // Whoever ends without stop(), by an error or process.exit(), still ends the server.
  const endWithUs = () => void signalTo(pid, 'SIGINT');
  let isStopping = false;
  process.once('exit', endWithUs);
  child.once('exit', () => {
    process.off('exit', endWithUs);
    if (!isStopping) log.error({ logFile }, 'the embedded PostgreSQL ended by itself');
  });
  const stop = async () => {
    isStopping = true;
    await stopServer(pid, () => child.exitCode === null && child.signalCode === null);
  };
  return { port, stop };
};

const pidOf = (child: ChildProcess): number => {
  if (child.pid === undefined) throw new Error('The embedded PostgreSQL could not be run on this machine.');
  return child.pid;
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const rotate = async (logFile: string): Promise<void> => {
  const facts = await stat(logFile).catch(() => undefined);
  if (facts && facts.size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
};

const lastLines = async (file: string): Promise<string> =>
  (await readFile(file, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-8).join('\n');
