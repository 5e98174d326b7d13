import { createHash } from 'node:crypto';
import { type Sliced, atOnce, forEach, mapOf } from '@vitrine/platform/schedule/slices.ts';
import { directoryRecordByteSize, endRecordsByteSize, localHeaderByteSize } from './zip-records.ts';
import type { DirectoryPlace } from './zip-records.ts';
import { dosTimeOf, unixSecondsOf } from './zip-time.ts';

/** One file of an archive, as ingest measured it. `modifiedAt` in ms since 1970, `sha256` in hexadecimal. */
export type ArchiveEntry = {
  name: string;
  byteSize: number;
  crc32: number;
  modifiedAt: number;
  sha256: string;
};

/** Where every byte of a zip lies, in 40 bytes per entry and its name. Nothing here opens an object. */
export type ArchiveLayout = {
  byteSize: number;
  etag: string;
  directory: DirectoryPlace;
  /** Local header of each entry, from the start of the archive; the last value is where the directory begins. */
  headerStarts: Float64Array;
  /** Record of each entry, from the start of the directory; the last value is the size of the directory. */
  recordStarts: Float64Array;
  byteSizes: Float64Array;
  crc32s: Uint32Array;
  /** As MS-DOS and as unix count it, ready for the headers. */
  dosTimes: Uint32Array;
  unixSeconds: Uint32Array;
  names: Uint8Array;
  nameStarts: Uint32Array;
};

// Any change of the bytes that the engine writes for the same entries must change this.
const formatVersion = 'vitrine-zip-1';

/** Lays out an archive. 100,000 entries take a while, so it can pause. */
export function* layingOut(entries: readonly ArchiveEntry[]): Sliced<ArchiveLayout> {
  const tables = yield* emptyTables(entries);
  yield* forEach(entries, (entry, index) => place(tables, entry, index));
  const start = last(tables.headerStarts);
  const directory = { entryCount: entries.length, start, byteSize: last(tables.recordStarts) };
  const byteSize = start + directory.byteSize + endRecordsByteSize(directory);
  if (!Number.isSafeInteger(byteSize)) throw new RangeError('The archive is larger than a number can count.');
  return { ...tables, directory, byteSize, etag: yield* etagOf(entries) };
}

export const layOut = (entries: readonly ArchiveEntry[]): ArchiveLayout => atOnce(layingOut(entries));

/** The index of the last start that is not behind `position`: which entry, or record, a byte belongs to. */
export const indexAt = (starts: Float64Array, position: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (at(starts, middle) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** A value of a table that is known to be there. */
export const at = (table: Float64Array | Uint32Array, index: number): number => {
  const value = table[index];
  if (value === undefined) throw new RangeError(`There is no entry ${index}.`);
  return value;
};

const last = (table: Float64Array): number => at(table, table.length - 1);

type Tables = Omit<ArchiveLayout, 'byteSize' | 'etag' | 'directory'>;

function* emptyTables(entries: readonly ArchiveEntry[]): Sliced<Tables> {
  const names = yield* mapOf(entries, ({ name }) => name);
  return {
    headerStarts: new Float64Array(entries.length + 1),
    recordStarts: new Float64Array(entries.length + 1),
    byteSizes: new Float64Array(entries.length),
    crc32s: new Uint32Array(entries.length),
    dosTimes: new Uint32Array(entries.length),
    unixSeconds: new Uint32Array(entries.length),
    // Not a Buffer, which would keep the 64 KiB of a pool for as long as the archive is kept.
    names: new TextEncoder().encode(names.join('')),
    nameStarts: new Uint32Array(entries.length + 1),
  };
}

const place = (tables: Tables, entry: ArchiveEntry, index: number): void => {
  const nameByteSize = Buffer.byteLength(entry.name);
  assertWritable(entry, nameByteSize);
  const start = at(tables.headerStarts, index);
  const headerByteSize = localHeaderByteSize(nameByteSize, entry.byteSize);
  const recordByteSize = directoryRecordByteSize(nameByteSize, entry.byteSize, start);
  tables.nameStarts[index + 1] = at(tables.nameStarts, index) + nameByteSize;
  tables.headerStarts[index + 1] = start + headerByteSize + entry.byteSize;
  tables.recordStarts[index + 1] = at(tables.recordStarts, index) + recordByteSize;
  tables.byteSizes[index] = entry.byteSize;
  tables.crc32s[index] = entry.crc32;
  tables.dosTimes[index] = dosTimeOf(entry.modifiedAt);
  tables.unixSeconds[index] = unixSecondsOf(entry.modifiedAt);
};

const assertWritable = (entry: ArchiveEntry, nameByteSize: number): void => {
  const isWritable =
    isCount(entry.byteSize, Number.MAX_SAFE_INTEGER) &&
    isCount(entry.crc32, 0xffffffff) &&
    Number.isSafeInteger(entry.modifiedAt) &&
    isSha256(entry.sha256) &&
    entry.name.isWellFormed() &&
    isCount(nameByteSize - 1, 0xfffe);
  if (!isWritable) throw new RangeError(`An entry cannot be written as it is: ${JSON.stringify(entry)}`);
};

/** Of 20,000 sums in a plan: a regular expression takes three times as long. */
const isSha256 = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) if (!isHexDigit(text.charCodeAt(index))) return false;
  return text.length === 64;
};

const isHexDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 102);

const isCount = (value: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= most;

const hashedAtOnce = 64 * 1024;

function* etagOf(entries: readonly ArchiveEntry[]): Sliced<string> {
  const hash = createHash('sha256').update(`${formatVersion}\n${entries.length}\n`);
  let lines = '';
  for (const { name, byteSize, crc32, sha256, modifiedAt } of entries) {
    lines += `${byteSize} ${crc32} ${sha256} ${modifiedAt} ${Buffer.byteLength(name)} ${name}\n`;
    // Many lines at once: a call for each of 100,000 costs more than the hashing.
    if (lines.length < hashedAtOnce) continue;
    hash.update(lines);
    lines = '';
    yield;
  }
  return `"${hash.update(lines).digest('base64url')}"`;
}
