import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import yauzl from 'yauzl';
import type { Entry } from 'yauzl';
import { layOut } from './layout.ts';
import { aStoredFile, bytesOf, manyFiles, patterned } from './testing/archives.ts';
import type { StoredFile } from './testing/archives.ts';
import { run, testWithEveryTool } from './testing/zip-tools.ts';
import { archiveFile } from './virtual-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const zipOf = (files: readonly StoredFile[]): Buffer =>
  bytesOf(archiveFile(layOut(files.map(({ entry }) => entry)), String), (objectKey, offset, length) =>
    files[Number(objectKey)]!.content.subarray(offset, offset + length),
  );

const saved = (name: string, bytes: Buffer): string => {
  const zip = path.join(folder, name);
  writeFileSync(zip, bytes);
  return zip;
};

const tinyFiles = manyFiles(70_000);

const tinyZips = new Map<number, Buffer>();
const tinyZip = (count: number): Buffer => {
  const zip = tinyZips.get(count) ?? zipOf(tinyFiles.slice(0, count));
  tinyZips.set(count, zip);
  return zip;
};

const openStrictly = (zip: Buffer) =>
  yauzl.fromBufferPromise(zip, { strictFileNames: true, lazyEntries: true, autoClose: false });

const someFiles = [
  aStoredFile('empty.txt', ''),
  aStoredFile('Grüße 🎉 日本.txt', 'hello'),
  aStoredFile('big.bin', patterned(300_000)),
  { ...aStoredFile('old.txt', 'x'), entry: { ...aStoredFile('old.txt', 'x').entry, modifiedAt: 0 } },
];

test('when yauzl reads an archive, then names, sizes, contents and times are those of the files', async () => {
  const zip = await openStrictly(zipOf(someFiles));
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    expect(content.equals(someFiles[entries.length]!.content)).toBe(true);
    entries.push(entry);
  }
  expect(entries.map(({ fileName }) => fileName)).toEqual(someFiles.map(({ entry }) => entry.name));
  expect(entries[1]!.getLastModDate()).toEqual(new Date('2026-07-01T12:30:42Z'));
  expect(entries[1]!.getLastModDate({ forceDosFormat: true, timezone: 'UTC' })).toEqual(
    new Date('2026-07-01T12:30:42Z'),
  );
});

test('when headers are read, then there is no data descriptor, no need of zip64, and a readable file', async () => {
  const zip = await openStrictly(zipOf(someFiles));
  for await (const entry of zip.eachEntry()) {
    const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false });
    for (const flags of [entry.generalPurposeBitFlag, header.generalPurposeBitFlag])
      expect(flags).toBe(1 << 11);
    for (const version of [entry.versionNeededToExtract, header.versionNeededToExtract])
      expect(version).toBe(20);
    expect(header.crc32).toBe(entry.crc32);
    expect(header.uncompressedSize).toBe(entry.uncompressedSize);
    expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
    expect(entry.versionMadeBy >> 8).toBe(3);
  }
});

test.each([0, 1, 65_535, 65_536])(
  'when an archive has %d entries, then yauzl finds every one',
  async (count) => {
    const zip = await openStrictly(tinyZip(count));
    expect(zip.entryCount).toBe(count);
    let found = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === `file ${found}.txt`) found += 1;
    }
    expect(found).toBe(count);
  },
);

test('when there are 65,534 entries there is no zip64 record, and from 65,535 on there is one', () => {
  const locator = Buffer.from('PK\x06\x07', 'latin1');
  expect(tinyZip(65_534).subarray(-42).includes(locator)).toBe(false);
  expect(tinyZip(65_535).subarray(-42).includes(locator)).toBe(true);
});

testWithEveryTool('an archive of four files', () => saved('four.zip', zipOf(someFiles)));
testWithEveryTool('an archive of one empty file', () =>
  saved('empty.zip', zipOf([aStoredFile('empty', '')])),
);
testWithEveryTool('an archive of 65,535 files', () => saved('65535.zip', tinyZip(65_535)));

for (const count of [65_534, 70_000]) {
  testWhere(
    toolOnPath('unzip'),
    `when an archive of ${count} files is given to unzip, then it is sound`,
    async () => {
      expect(await run('unzip', '-tqq', saved(`${count}.zip`, tinyZip(count)))).toBe('');
    },
  );
}

testWhere(
  toolOnPath('unzip'),
  'when unzip lists names beyond ASCII, then they are as they were',
  async () => {
    const listed = await run('unzip', '-Z1', saved('names.zip', zipOf(someFiles)));
    expect(listed.split('\n')).toContain('Grüße 🎉 日本.txt');
  },
);
