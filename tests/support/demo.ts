import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type RunningVitrine, startVitrineOn, temporaryFolder } from './running-vitrine.ts';
import { until } from './until.ts';

const MAKING_TIMEOUT_MS = 120_000;

const runFolder = (): string => {
  const folder = process.env['VITRINE_TEST_RUN'];
  if (folder === undefined) throw new Error('tests/global-setup.mjs did not run.');
  return folder;
};

const isFirst = (lock: string): Promise<boolean> =>
  mkdir(lock).then(
    () => true,
    (error: unknown) => {
      if (existsSync(lock)) return false;
      throw error;
    },
  );

/** The data folder of a demo at rest. The first test file of a run that asks makes it, by a real first start. */
const demoAtRest = async (): Promise<string> => {
  const dataDir = path.join(runFolder(), 'demo');
  const made = `${dataDir}.made`;
  if (await isFirst(`${dataDir}.lock`)) {
    const vitrine = await startVitrineOn(dataDir);
    await vitrine.interrupt();
    await writeFile(made, '');
  }
  await until('the demo is made', () => Promise.resolve(existsSync(made) ? true : null), MAKING_TIMEOUT_MS);
  return dataDir;
};

const copied = async (from: string): Promise<string> => {
  const folder = await temporaryFolder();
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
};

/** A system with the demo on a free port, in a process of its own, on a copy of the demo's data. */
export const startVitrine = async (settings: Record<string, string> = {}): Promise<RunningVitrine> =>
  startVitrineOn(await copied(await demoAtRest()), settings);
