import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { objectStoreConformance } from '../testing/object-store-conformance.ts';
import { clearUnfinished, openDiskStore } from './disk-store.ts';
import { StoreUnavailable } from './port.ts';

const temporaryFolder = () => mkdtemp(path.join(tmpdir(), 'vitrine-objects-'));

objectStoreConformance('files on disk', async () => {
  const root = await temporaryFolder();
  const store = await openDiskStore(root);
  return {
    store,
    faults: {
      store,
      cut: (key) => truncate(store.pathOf(key), 1_000_000),
      stall: () => undefined,
      heal: () => undefined,
    },
    unfinished: () => readdir(path.join(root, 'unfinished')),
    close: () => rm(root, { recursive: true }),
  };
});

test('when a crash left an unfinished file, then it can be cleared, and objects stay', async () => {
  const root = await temporaryFolder();
  const store = await openDiskStore(root);
  await store.put('kept', Readable.from([Buffer.from('kept')]));
  await writeFile(path.join(root, 'unfinished', 'half'), 'half');
  await clearUnfinished(root);
  await openDiskStore(root);
  expect(await readdir(path.join(root, 'unfinished'))).toEqual([]);
  expect(await store.stat('kept')).toMatchObject({ byteSize: 4 });
  await rm(root, { recursive: true });
});

test('when there is no room on the disk, then the store does not answer right now, and nothing is left', async () => {
  const root = await temporaryFolder();
  const store = await openDiskStore(root);
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const content = new Readable({ read: () => content.destroy(full) });
  await expect(store.put('one', content)).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await readdir(path.join(root, 'unfinished'))).toEqual([]);
  await rm(root, { recursive: true });
});
