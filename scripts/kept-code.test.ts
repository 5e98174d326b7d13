import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';

const program = path.join(import.meta.dirname, 'vitrine.mjs');
const usual = path.resolve(import.meta.dirname, '../node_modules/.cache/vitrine/compiled');
let folder: string | null = null;
afterEach(async () => {
  if (folder !== null) await rm(folder, { recursive: true });
});

const askForHelp = (settings: Record<string, string>) => {
  const { NODE_COMPILE_CACHE: _, ...rest } = process.env;
  return promisify(execFile)(process.execPath, [program, '--help'], { env: { ...rest, ...settings } });
};

test('what was compiled is kept for the next start, where the environment says or else beside the dependencies', async () => {
  await askForHelp({});
  expect(await readdir(usual)).not.toEqual([]);
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-test-'));
  await askForHelp({ NODE_COMPILE_CACHE: folder });
  expect(await readdir(folder)).not.toEqual([]);
});
