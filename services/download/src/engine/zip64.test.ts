import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import yauzl from 'yauzl';
import type { Entry } from 'yauzl';
import { layOut } from './layout.ts';
import type { ArchiveEntry } from './layout.ts';
import { aStoredFile, anEmptySlab, anEntry, bytesOf } from './testing/archives.ts';
import { run } from './testing/zip-tools.ts';
import { archiveFile } from './virtual-file.ts';
import type { VirtualFile } from './virtual-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-zip64-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mark = 0xffffffff;
const note = aStoredFile('note.txt', 'behind the border');
const zeros = (byteSize: number) => anEntry({ name: `${byteSize} zeros`, byteSize });
const archiveOf = (entries: readonly ArchiveEntry[]) =>
  archiveFile(layOut(entries), (index) => entries[index]!.name);

/** Every object but the note is zeros, however large. */
const objectBytes = (objectKey: string, offset: number, length: number) =>
  objectKey === note.entry.name ? note.content.subarray(offset, offset + length) : new Uint8Array(length);

class VirtualReader extends yauzl.RandomAccessReader {
  readonly file: VirtualFile;
  constructor(file: VirtualFile) {
    super();
    this.file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([bytesOf(this.file, objectBytes, start, end)]);
  }
}

const readAll = async (file: VirtualFile) => {
  const zip = await yauzl.fromRandomAccessReaderPromise(new VirtualReader(file), file.byteSize, {
    lazyEntries: true,
    autoClose: false,
  });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return { zip, entries };
};

test.each([mark - 1, mark, mark + 1, mark + 2, 2 ** 40])(
  'when a file has %d bytes, then it and the file behind it are found',
  async (byteSize) => {
    const { zip, entries } = await readAll(archiveOf([zeros(byteSize), note.entry]));
    expect(entries.map((entry) => entry.uncompressedSize)).toEqual([byteSize, note.content.length]);
    expect(entries.map((entry) => entry.versionNeededToExtract)).toEqual([byteSize >= mark ? 45 : 20, 45]);
    const content = await buffer(await zip.openReadStreamPromise(entries[1]!));
    expect(content.equals(note.content)).toBe(true);
    const header = await zip.readLocalFileHeaderPromise(entries[0]!, { minimal: false });
    expect(header.versionNeededToExtract).toBe(byteSize >= mark ? 45 : 20);
    expect(header.extraField.length).toBe(byteSize >= mark ? 29 : 9);
  },
);

test.each([-2, -1, 0, 1, 2])(
  'when a local header lies %d bytes from the border of 4 GiB, then its file is found',
  async (by) => {
    const first = 'x';
    const headerByteSize = layOut([anEntry({ name: first })]).headerStarts[1]!;
    const entries = [anEntry({ name: first, byteSize: mark + by - headerByteSize }), note.entry];
    const layout = layOut(entries);
    expect(layout.headerStarts[1]).toBe(mark + by);
    const read = await readAll(archiveFile(layout, (index) => entries[index]!.name));
    expect(read.entries[1]!.relativeOffsetOfLocalHeader).toBe(mark + by);
    expect(read.entries[1]!.versionNeededToExtract).toBe(by >= 0 ? 45 : 20);
    expect((await buffer(await read.zip.openReadStreamPromise(read.entries[1]!))).toString()).toBe(
      'behind the border',
    );
  },
);

test.each([-2, -1, 0, 1, 2])(
  'when the directory begins %d bytes from the border of 4 GiB, then it is found',
  async (by) => {
    const headerByteSize = layOut([anEntry({ name: 'x' })]).headerStarts[1]!;
    const file = archiveOf([anEntry({ name: 'x', byteSize: mark + by - headerByteSize })]);
    const { entries } = await readAll(file);
    expect(entries).toHaveLength(1);
    expect(file.byteSize).toBe(mark + by + (46 + 1 + 9) + (by >= 0 ? 98 : 22));
  },
);

test('when a range crosses 4 GiB, then it equals its two halves', () => {
  const file = archiveOf([zeros(mark - 100), note.entry, zeros(mark), note.entry]);
  for (let border = mark - 3; border <= mark + 3; border += 1) {
    const whole = bytesOf(file, objectBytes, mark - 500, mark + 500);
    const halves = [
      bytesOf(file, objectBytes, mark - 500, border),
      bytesOf(file, objectBytes, border, mark + 500),
    ];
    expect(Buffer.concat(halves).equals(whole)).toBe(true);
  }
});

/** The archive as a file whose zeros take no room on the disk. */
const savedSparsely = (name: string, file: VirtualFile): string => {
  const zip = path.join(folder, name);
  const descriptor = openSync(zip, 'w');
  ftruncateSync(descriptor, file.byteSize);
  const bytes = Buffer.alloc(1024 * 1024);
  for (let position = 0; position < file.byteSize;) {
    const slab = anEmptySlab(bytes);
    const next = file.pack(position, file.byteSize, slab);
    const made = next - position - slab.parts.reduce((sum, { length }) => sum + length, 0);
    if (made > 0) writeSync(descriptor, bytesOf(file, objectBytes, position, next), 0, null, position);
    position = next;
  }
  closeSync(descriptor);
  return zip;
};

const sparse = (name: string) =>
  savedSparsely(name, archiveOf([zeros(mark - 1), zeros(mark), zeros(mark + 1), note.entry]));

testWhere(
  toolOnPath('python3'),
  'when python3 reads behind 12 GiB, then it finds all sizes and the note',
  async () => {
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]);' +
      'print([i.file_size for i in z.infolist()], z.read("note.txt").decode())';
    const said = await run('python3', '-c', script, sparse('python.zip'));
    expect(said.trim()).toBe('[4294967294, 4294967295, 4294967296, 17] behind the border');
  },
);

testWhere(toolOnPath('7z'), 'when 7z reads behind 12 GiB, then it finds the note', async () => {
  expect(await run('7z', 'x', '-so', sparse('7z.zip'), 'note.txt')).toBe('behind the border');
});

testWhere(toolOnPath('unzip'), 'when unzip reads behind 4 GiB, then it finds the note', async () => {
  // Without a file of exactly 0xFFFFFFFF bytes, which Debian's unzip takes for an overlap.
  const zip = savedSparsely('unzip.zip', archiveOf([zeros(mark - 1), zeros(mark + 1), note.entry]));
  expect(await run('unzip', '-p', zip, 'note.txt')).toBe('behind the border');
});
