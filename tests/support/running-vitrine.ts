import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { memorySettings } from '../../scripts/lib/memory-settings.mjs';
import { keptCode } from './kept-code.ts';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'services/standalone/src/main.ts');

/** A whole system in a process of its own, as `npm start` runs it. */
export interface RunningVitrine {
  url: string;
  dataDir: string;
  /** All that it printed until now. */
  printed: () => string;
  process: ChildProcess;
  /** Ends it as Ctrl-C does. @returns how long that took, and the exit code */
  interrupt: () => Promise<{ code: number | null }>;
  /** Ends it and removes its data folder. */
  discard: () => Promise<void>;
}

/** What it says and how it ends, for a start that is to fail. */
export interface EndedStart {
  code: number | null;
  printed: string;
}

export const temporaryFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'vitrine-test-'));

/** Only what `npm start` on a bare machine has, and what the test sets. */
export const environmentOf = (settings: Record<string, string>): NodeJS.ProcessEnv => {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, DEMO_PASSWORD, ...keptCode(), ...memorySettings, ...settings };
};

export const DEMO_PASSWORD = 'a-password-for-tests';

const spawnProgram = (file: string, args: readonly string[], settings: Record<string, string>) => {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: environmentOf(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, ended, printed: () => chunks.join('') };
};

const welcomed = async ({ child, ended, printed }: ReturnType<typeof spawnProgram>): Promise<void> => {
  const found = Promise.withResolvers<undefined>();
  const look = (): void => {
    if (/Vitrine\s+https?:\/\/[^]*Ctrl-C/.test(printed())) found.resolve(undefined);
  };
  child.stdout.on('data', look);
  void ended.then((code) => found.reject(new Error(`Vitrine ended with ${String(code)}:\n${printed()}`)));
  await found.promise;
};

/** Starts a system on a free port and a data folder, which is its own to discard, and waits until it serves. */
export const startVitrineOn = async (
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<RunningVitrine> => {
  const port = settings['PORT'] ?? String(await freePort());
  const started = spawnProgram(program, [], { ...settings, DATA_DIR: dataDir, PORT: port });
  await welcomed(started);
  const interrupt = async () => {
    started.child.kill('SIGINT');
    return { code: await started.ended };
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    printed: started.printed,
    process: started.child,
    interrupt,
    discard: async () => {
      if (started.child.exitCode === null && started.child.signalCode === null) await interrupt();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** A start that is expected to end by itself. */
export const startInVain = async (settings: Record<string, string>): Promise<EndedStart> => {
  const { ended, printed } = spawnProgram(program, [], settings);
  return { code: await ended, printed: printed() };
};

/** `npm run vitrine -- …`, with these settings. */
export const commandLineWith = async (
  settings: Record<string, string>,
  ...args: string[]
): Promise<EndedStart> => {
  const file = path.join(root, 'services/standalone/src/cli/main.ts');
  const { ended, printed } = spawnProgram(file, args, settings);
  return { code: await ended, printed: printed() };
};

/** `npm run vitrine -- …`, for the system of a data folder. */
export const commandLine = (dataDir: string, ...args: string[]): Promise<EndedStart> =>
  commandLineWith({ DATA_DIR: dataDir }, ...args);
