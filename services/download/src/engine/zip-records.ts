import { dosTimeOf, unixSecondsOf } from './zip-time.ts';

/** What a local header and a directory record say of an entry. Times in ms since 1970. */
export type EntryRecord = { name: Uint8Array; byteSize: number; crc32: number; modifiedAt: number };

export type DirectoryPlace = { entryCount: number; start: number; byteSize: number };

// A field that equals its mark already means "look in zip64" (APPNOTE 4.4.1.4), hence >= everywhere.
const mark32 = 0xffffffff;
const mark16 = 0xffff;
const versionPlain = 20;
const versionZip64 = 45;
const madeByUnix = 3 << 8;
const flagUtf8 = 1 << 11;
const regularFile0644 = 0o100644 * 0x10000;

const timeExtraByteSize = 9;

export const localHeaderByteSize = (nameByteSize: number, byteSize: number): number =>
  30 + nameByteSize + timeExtraByteSize + (isOver32(byteSize) ? 20 : 0);

export const writeLocalHeader = (into: Buffer, at: number, entry: EntryRecord): number => {
  const needsZip64 = isOver32(entry.byteSize);
  const extraByteSize = timeExtraByteSize + (needsZip64 ? 20 : 0);
  into.writeUInt32LE(0x04034b50, at);
  writeShared(into, at + 4, entry, { needsZip64, extraByteSize });
  into.set(entry.name, at + 30);
  const end = writeTimeExtra(into, at + 30 + entry.name.length, entry.modifiedAt);
  return needsZip64 ? writeZip64Extra(into, end, [entry.byteSize, entry.byteSize]) : end;
};

export const directoryRecordByteSize = (
  nameByteSize: number,
  byteSize: number,
  headerStart: number,
): number => {
  const zip64Values = zip64ValuesOf(byteSize, headerStart).length;
  return 46 + nameByteSize + timeExtraByteSize + (zip64Values > 0 ? 4 + 8 * zip64Values : 0);
};

export const writeDirectoryRecord = (
  into: Buffer,
  at: number,
  entry: EntryRecord,
  headerStart: number,
): number => {
  const zip64Values = zip64ValuesOf(entry.byteSize, headerStart);
  const needsZip64 = zip64Values.length > 0;
  const extraByteSize = timeExtraByteSize + (needsZip64 ? 4 + 8 * zip64Values.length : 0);
  into.writeUInt32LE(0x02014b50, at);
  into.writeUInt16LE(madeByUnix | (needsZip64 ? versionZip64 : versionPlain), at + 4);
  writeShared(into, at + 6, entry, { needsZip64, extraByteSize });
  into.fill(0, at + 32, at + 38); // comment, disk, internal attributes
  into.writeUInt32LE(regularFile0644, at + 38);
  into.writeUInt32LE(Math.min(headerStart, mark32), at + 42);
  into.set(entry.name, at + 46);
  const end = writeTimeExtra(into, at + 46 + entry.name.length, entry.modifiedAt);
  return needsZip64 ? writeZip64Extra(into, end, zip64Values) : end;
};

export const endRecordsByteSize = (directory: DirectoryPlace): number => (needsZip64End(directory) ? 98 : 22);

export const writeEndRecords = (into: Buffer, at: number, directory: DirectoryPlace): number => {
  const start = needsZip64End(directory) ? writeZip64End(into, at, directory) : at;
  const entryCount = Math.min(directory.entryCount, mark16);
  into.writeUInt32LE(0x06054b50, start);
  into.writeUInt32LE(0, start + 4);
  into.writeUInt16LE(entryCount, start + 8);
  into.writeUInt16LE(entryCount, start + 10);
  into.writeUInt32LE(Math.min(directory.byteSize, mark32), start + 12);
  into.writeUInt32LE(Math.min(directory.start, mark32), start + 16);
  into.writeUInt16LE(0, start + 20);
  return start + 22;
};

const isOver32 = (value: number): boolean => value >= mark32;

// Only what overflowed, in the fixed order: size, stored size, offset (APPNOTE 4.5.3).
const zip64ValuesOf = (byteSize: number, headerStart: number): number[] => {
  const sizes = isOver32(byteSize) ? [byteSize, byteSize] : [];
  return isOver32(headerStart) ? [...sizes, headerStart] : sizes;
};

// Version needed to lengths: the same 26 bytes stand in both headers.
const writeShared = (
  into: Buffer,
  at: number,
  entry: EntryRecord,
  { needsZip64, extraByteSize }: { needsZip64: boolean; extraByteSize: number },
): void => {
  const { date, time } = dosTimeOf(entry.modifiedAt);
  const byteSize = Math.min(entry.byteSize, mark32);
  into.writeUInt16LE(needsZip64 ? versionZip64 : versionPlain, at);
  into.writeUInt16LE(flagUtf8, at + 2);
  into.writeUInt16LE(0, at + 4); // stored
  into.writeUInt16LE(time, at + 6);
  into.writeUInt16LE(date, at + 8);
  into.writeUInt32LE(entry.crc32, at + 10);
  into.writeUInt32LE(byteSize, at + 14);
  into.writeUInt32LE(byteSize, at + 18);
  into.writeUInt16LE(entry.name.length, at + 22);
  into.writeUInt16LE(extraByteSize, at + 24);
};

const writeTimeExtra = (into: Buffer, at: number, modifiedAt: number): number => {
  into.writeUInt16LE(0x5455, at);
  into.writeUInt16LE(5, at + 2);
  into.writeUInt8(1, at + 4);
  into.writeUInt32LE(unixSecondsOf(modifiedAt), at + 5);
  return at + timeExtraByteSize;
};

const writeZip64Extra = (into: Buffer, at: number, values: readonly number[]): number => {
  into.writeUInt16LE(0x0001, at);
  into.writeUInt16LE(8 * values.length, at + 2);
  values.forEach((value, index) => writeUInt64(into, at + 4 + 8 * index, value));
  return at + 4 + 8 * values.length;
};

const needsZip64End = ({ entryCount, start, byteSize }: DirectoryPlace): boolean =>
  entryCount >= mark16 || isOver32(start) || isOver32(byteSize);

const writeZip64End = (into: Buffer, at: number, { entryCount, start, byteSize }: DirectoryPlace): number => {
  into.writeUInt32LE(0x06064b50, at);
  writeUInt64(into, at + 4, 44);
  into.writeUInt16LE(madeByUnix | versionZip64, at + 12);
  into.writeUInt16LE(versionZip64, at + 14);
  writeUInt64(into, at + 16, 0); // both disk numbers
  writeUInt64(into, at + 24, entryCount);
  writeUInt64(into, at + 32, entryCount);
  writeUInt64(into, at + 40, byteSize);
  writeUInt64(into, at + 48, start);
  into.writeUInt32LE(0x07064b50, at + 56);
  into.writeUInt32LE(0, at + 60);
  writeUInt64(into, at + 64, start + byteSize);
  into.writeUInt32LE(1, at + 72);
  return at + 76;
};

const writeUInt64 = (into: Buffer, at: number, value: number): void => {
  into.writeUInt32LE(value % 0x100000000, at);
  into.writeUInt32LE(Math.floor(value / 0x100000000), at + 4);
};
