import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { type StoreUnderTest, objectStoreConformance } from '../testing/object-store-conformance.ts';
import { type DiskStoreOptions, openDiskStore } from './disk-store.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { StoreUnavailable } from './port.ts';

const temporaryFolder = () => mkdtemp(path.join(tmpdir(), 'vitrine-objects-'));

const underTest = (options: DiskStoreOptions) => async (): Promise<StoreUnderTest> => {
  const root = await temporaryFolder();
  const store = await openDiskStore(root, options);
  await store.takeOver(quietLog);
  return {
    store,
    faults: {
      store,
      cut: (key) => truncate(store.pathOf(key), 1_000_000),
      stall: () => undefined,
      heal: () => undefined,
    },
    unfinished: () => readdir(path.join(root, 'unfinished')),
    close: async () => {
      await store.close();
      await rm(root, { recursive: true });
    },
  };
};

objectStoreConformance('files on disk', underTest({}));

// As above, but that each object is packed as soon as there are two, over and over.
const packing = { packedFolder: 'a', objectsMin: 2, quietMs: 0 };
objectStoreConformance('files on disk with packs', underTest(packing), { holdsMany: false });

test('when there is no room on the disk, then the store does not answer right now, and nothing is left', async () => {
  const root = await temporaryFolder();
  const store = await openDiskStore(root);
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const content = new Readable({ read: () => content.destroy(full) });
  await expect(store.put('one', content)).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await readdir(path.join(root, 'unfinished'))).toEqual([]);
  await rm(root, { recursive: true });
});
