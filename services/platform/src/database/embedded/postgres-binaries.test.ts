import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../ids/ids.ts';
import { binariesIn, publicCopyOf } from './postgres-binaries.ts';

const version = `test-${newId()}`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-private-'));
  await mkdir(path.join(folder, 'native', 'bin'), { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ version }));
  await writeFile(binariesIn(folder).postgres, 'a program', { mode: 0o755 });
});
afterAll(() =>
  Promise.all(
    [folder, path.join(tmpdir(), `vitrine-postgres-${version}`)].map((made) => rm(made, { recursive: true })),
  ),
);

test('when the binaries lie in a private folder, then one copy is made that everybody may enter', async () => {
  const [copy, again] = await Promise.all([publicCopyOf(folder), publicCopyOf(folder)]);
  expect(again).toBe(copy);
  expect(await readFile(binariesIn(copy).postgres, 'utf8')).toBe('a program');
  expect((await stat(copy)).mode & 0o777).toBe(0o755);
});
