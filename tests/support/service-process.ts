import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { memorySettings } from '../../scripts/lib/memory-settings.mjs';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { keptCode } from './kept-code.ts';
import { until } from './until.ts';

const root = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 150_000;

export const SERVICES = ['identity', 'asset', 'share', 'guest-invitation', 'download', 'activity'] as const;
export type ServiceName = (typeof SERVICES)[number];
export type ProcessName = ServiceName | 'gateway';

/** A line of a process's log. */
export type LogLine = Record<string, unknown> & { msg?: string };

/** One process of the distributed shape, on ports that stay its own when it is started again. */
export interface ServiceProcess {
  readonly name: ProcessName;
  readonly port: number;
  readonly url: string;
  readonly operationsUrl: string;
  readonly pid: () => number;
  readonly isRunning: () => boolean;
  /** Everything it logged, over all its lives. */
  readonly lines: () => LogLine[];
  /** Whether it said so. */
  readonly said: (message: string | RegExp) => boolean;
  /** What it says of being ready; null where nobody answers. */
  readonly readiness: () => Promise<{ status: number; body: LogLine } | null>;
  /** Resolves when it is ready. */
  readonly ready: () => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Resolves to the exit code of its present life; null where a signal ended it. */
  readonly ended: () => Promise<number | null>;
  /** Gives it a next life. */
  readonly start: () => void;
  /** Ends it, in order if it can be. */
  readonly stop: () => Promise<void>;
}

const fileOf = (name: ProcessName): string =>
  path.join(root, name === 'gateway' ? 'gateway' : `services/${name}`, 'src/main.ts');

interface Life {
  child: ChildProcess;
  ended: Promise<number | null>;
}

const beginLife = (name: ProcessName, env: NodeJS.ProcessEnv, chunks: string[]): Life => {
  const child = spawn(process.execPath, [fileOf(name)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return { child, ended: once(child, 'close').then(([code]) => code as number | null) };
};

/** What is no JSON, as the stack of a crash, is a line as well. */
const parseLine = (line: string): LogLine => {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return { msg: line };
  }
};

const readinessAt = async (url: string) => {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  return response === null ? null : { status: response.status, body: (await response.json()) as LogLine };
};

/** Starts a process with nothing in its environment but what a bare machine and our images have, and the settings. */
export const startServiceProcess = async (
  name: ProcessName,
  settings: Record<string, string>,
): Promise<ServiceProcess> => {
  const port = Number(settings['PORT'] ?? (await freePort()));
  const operationsPort = Number(settings['OPERATIONS_PORT'] ?? (await freePort()));
  const { PATH, HOME, LANG } = process.env;
  const ports = { HOST: '127.0.0.1', PORT: String(port), OPERATIONS_PORT: String(operationsPort) };
  const env = { PATH, HOME, LANG, ...keptCode(), ...memorySettings, ...settings, ...ports };
  const chunks: string[] = [];
  let life = beginLife(name, env, chunks);
  const isRunning = () => life.child.exitCode === null && life.child.signalCode === null;
  const operationsUrl = `http://127.0.0.1:${operationsPort}`;
  const printed = () => chunks.join('');
  const readiness = () => readinessAt(operationsUrl);
  return {
    name,
    port,
    url: `http://127.0.0.1:${port}`,
    operationsUrl,
    pid: () => life.child.pid ?? 0,
    isRunning,
    lines: () => printed().split('\n').filter(Boolean).map(parseLine),
    said: (message) => (typeof message === 'string' ? printed().includes(message) : message.test(printed())),
    readiness,
    ready: async () => {
      const look = async () => {
        if (!isRunning()) throw new Error(`${name} ended:\n${printed()}`);
        return (await readiness())?.status === 200 ? true : null;
      };
      await until(`${name} is ready`, look, READY_WITHIN_MS);
    },
    signal: (signal) => void life.child.kill(signal),
    ended: () => life.ended,
    start: () => {
      life = beginLife(name, env, chunks);
    },
    stop: async () => {
      if (!isRunning()) return;
      life.child.kill('SIGTERM');
      await life.ended;
    },
  };
};
