import { zstdCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { packEntries, unpackEntries } from './plan-entries.ts';
import { planOf, someFacts } from './testing/builders.ts';

test('when entries are packed and unpacked, then they are the same in the same order', async () => {
  const facts = Array.from({ length: 1_000 }, (_, index) =>
    someFacts({ fileName: `日本 ${index % 7}.png`, byteSize: index }),
  );
  const { entries, manifest } = planOf(facts, { manifest: true });
  const packed = await packEntries({ entries, manifest });
  expect(await unpackEntries(packed)).toEqual({ entries, manifest });
  expect(packed.length).toBeLessThan(100 * entries.length);
});

test('when a name looks like what is between columns, then it is a name all the same', async () => {
  const names = ['"],"sha256":["', '\\"manifest":', '","name":[', 'a\\'];
  const { entries } = planOf(names.map(() => someFacts()));
  const odd = entries.map((entry, index) => ({ ...entry, name: names[index] ?? '' }));
  expect(await unpackEntries(await packEntries({ entries: odd, manifest: null }))).toEqual({
    entries: odd,
    manifest: null,
  });
});

test('when a plan was kept by the version before, then it is read as it was', async () => {
  const { entries, manifest } = planOf([someFacts(), someFacts({ fileName: 'b.png' })], { manifest: true });
  const columns = {
    assetId: entries.map(({ assetId }) => assetId),
    name: entries.map(({ name }) => name),
    byteSize: entries.map(({ byteSize }) => byteSize),
    crc32: entries.map(({ crc32 }) => crc32),
    sha256: entries.map(({ sha256 }) => sha256),
    objectKey: entries.map(({ objectKey }) => objectKey),
    modifiedAt: entries.map(({ modifiedAt }) => modifiedAt),
    manifest,
  };
  const packed = zstdCompressSync(JSON.stringify(columns));
  expect(await unpackEntries(packed)).toEqual({ entries, manifest });
});
