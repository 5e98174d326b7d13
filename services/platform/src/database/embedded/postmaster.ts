import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

interface RunningServer {
  readonly pid: number;
  readonly parentPid: number;
}

const run = promisify(execFile);
const POLL_MS = 20;

/** What the server writes into its pid file: https://www.postgresql.org/docs/18/storage-file-layout.html */
export const isReady = async (cluster: string): Promise<boolean> =>
  (await pidFile(cluster))[7]?.trim() === 'ready';

/**
 * Makes room for a new server on a cluster: one that was left behind by a killed parent is stopped, a pid file
 * without its server removed. Throws where the parent of the running one, noted as `ownerPid`, is alive.
 */
export const stopOrphan = async (cluster: string, ownerPid: number | undefined): Promise<void> => {
  const pid = Number((await pidFile(cluster))[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const server = await serverOf(cluster, pid);
  if (!server) return rm(path.join(cluster, 'postmaster.pid'), { force: true });
  if (server.parentPid === ownerPid) {
    throw new Error(`${path.dirname(cluster)} is in use by the running process ${ownerPid}.`);
  }
  // Asked by cluster and not by pid: nobody may be there to reap what we are not the parent of.
  await stopServer(pid, async () => (await serverOf(cluster, pid)) !== undefined);
};

/** Fast shutdown within two seconds; what hangs longer is ended hard and recovers from its log at the next start. */
export const stopServer = async (pid: number, isRunning: () => boolean | Promise<boolean>): Promise<void> => {
  const steps = [
    ['SIGINT', 1_500],
    ['SIGQUIT', 400],
    ['SIGKILL', 1_000],
  ] as const;
  for (const [signal, timeoutMs] of steps) {
    if (!(await isRunning())) return;
    signalTo(pid, signal);
    await until(async () => !(await isRunning()), timeoutMs);
  }
};

/** Asks again and again; false when the time is over. */
export const until = async (
  isDone: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> => {
  const deadline = performance.now() + timeoutMs;
  while (!(await isDone())) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
};

/** Sends a signal to a process that may be gone already. */
export const signalTo = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
};

const isAlive = (pid: number): boolean => signalTo(pid, 0);

const pidFile = async (cluster: string): Promise<string[]> =>
  (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');

/** A pid may have been given to another process since: only a server that works in this cluster counts. */
const serverOf = async (cluster: string, pid: number): Promise<RunningServer | undefined> => {
  if (!isAlive(pid)) return undefined;
  if (platform() !== 'linux') return serverByPs(cluster, pid);
  try {
    const [directory, real] = await Promise.all([
      readlink(`/proc/${pid}/cwd`),
      readlink(cluster).catch(() => cluster),
    ]);
    if (path.resolve(directory) !== path.resolve(real)) return undefined;
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return { pid, parentPid: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]) };
  } catch {
    return undefined;
  }
};

const serverByPs = async (cluster: string, pid: number): Promise<RunningServer | undefined> => {
  const { stdout } = await run('ps', ['-o', 'ppid=,command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes(cluster) ? { pid, parentPid: Number.parseInt(stdout, 10) } : undefined;
};
