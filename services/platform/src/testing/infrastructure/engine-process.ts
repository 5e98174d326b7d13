import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An engine that a test can end and start again; its address and its data stay. */
export interface RunningEngine {
  /** Ends it in order, and for good: its data is removed. */
  stop: () => Promise<void>;
  /** Ends it as a crash would. */
  kill: () => Promise<void>;
  /** Starts it again after `kill`, and waits until it answers. */
  start: () => Promise<void>;
}

/** How to run an engine of this machine. */
export interface EngineProgram {
  name: string;
  file: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** Removed with all that is in it when the engine is stopped. */
  folder: string;
  isReady: () => Promise<boolean>;
  readyWithinMs?: number;
}

/** Runs an engine as a group of processes of its own, until it says that it is ready. */
export const runEngine = async (program: EngineProgram): Promise<RunningEngine> => {
  let child = await startProcess(program);
  return {
    start: async () => {
      child = await startProcess(program);
    },
    kill: () => endGroup(child, 'SIGKILL'),
    stop: async () => {
      await endGroup(child, 'SIGTERM');
      await rm(program.folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

/** A folder for the data of an engine. */
export const engineFolder = (name: string): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `vitrine-test-${name}-`));

const refuse = (): Promise<never> =>
  Promise.reject(new Error('This engine is not ours to stop: take `own` in a test that does.'));

/** What can be done with an engine whose address was given: nothing. */
export const notOurs: RunningEngine = { stop: () => Promise.resolve(), kill: refuse, start: refuse };

const startProcess = async (program: EngineProgram): Promise<ChildProcess> => {
  const { name, file, args, env, folder, readyWithinMs = 30_000 } = program;
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = lastWords(child);
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code ?? 'a signal'}: ${said()}`)));
  });
  try {
    await Promise.race([untilReady(program.isReady, readyWithinMs), ended]);
  } catch (error) {
    await endGroup(child, 'SIGKILL');
    throw error instanceof NotReady ? new Error(`${name} did not get ready: ${said()}`) : error;
  }
  ended.catch(() => undefined);
  return child;
};

class NotReady extends Error {}

const untilReady = async (isReady: () => Promise<boolean>, withinMs: number): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await isReady().catch(() => false))) {
    if (Date.now() > deadline) throw new NotReady();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const lastWords = (child: ChildProcess): (() => string) => {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  return () => said.trim();
};

const endGroup = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const group = -child.pid;
  process.kill(group, signal);
  const impatient = setTimeout(() => process.kill(group, 'SIGKILL'), 15_000);
  await ended;
  clearTimeout(impatient);
};
