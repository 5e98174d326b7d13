import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { objectStoreConformance } from '../testing/object-store-conformance.ts';
import { openDiskStore } from './disk-store.ts';

const temporaryFolder = () => mkdtemp(path.join(tmpdir(), 'vitrine-objects-'));

objectStoreConformance('files on disk', async () => {
  const root = await temporaryFolder();
  return { store: await openDiskStore(root), close: () => rm(root, { recursive: true }) };
});

test('when a crash left an unfinished file, then opening the store clears it', async () => {
  const root = await temporaryFolder();
  await openDiskStore(root);
  await writeFile(path.join(root, 'unfinished', 'half'), 'half');
  await openDiskStore(root);
  expect(await readdir(path.join(root, 'unfinished'))).toEqual([]);
  await rm(root, { recursive: true });
});
