import type { ArchiveLayout } from './layout.ts';

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
  30 + nameByteSize + timeExtraByteSize + zip64ByteSize(localZip64(byteSize));

export const directoryRecordByteSize = (nameByteSize: number, byteSize: number, start: number): number =>
  46 + nameByteSize + timeExtraByteSize + zip64ByteSize(zip64Values(byteSize, start));

export const endRecordsByteSize = (directory: DirectoryPlace): number => (needsZip64End(directory) ? 98 : 22);

/** Writes the local header of an entry. */
export const writeLocalHeader = (into: DataView, at: number, layout: ArchiveLayout, index: number): void => {
  const zip64 = localZip64(valueAt(layout.byteSizes, index));
  into.setUint32(at, 0x04034b50, true);
  writeShared(into, at + 4, { layout, index, zip64 });
  writeNameAndExtra(into, at + 30, { layout, index, zip64 });
};

export const writeDirectoryRecord = (
  into: DataView,
  at: number,
  layout: ArchiveLayout,
  index: number,
): void => {
  const start = valueAt(layout.headerStarts, index);
  const zip64 = zip64Values(valueAt(layout.byteSizes, index), start);
  into.setUint32(at, 0x02014b50, true);
  into.setUint16(at + 4, madeByUnix | (zip64.length > 0 ? versionZip64 : versionPlain), true);
  writeShared(into, at + 6, { layout, index, zip64 });
  into.setUint16(at + 32, 0); // no comment
  into.setUint32(at + 34, 0); // disk, internal attributes
  into.setUint32(at + 38, regularFile0644, true);
  into.setUint32(at + 42, Math.min(start, mark32), true);
  writeNameAndExtra(into, at + 46, { layout, index, zip64 });
};

export const writeEndRecords = (into: DataView, at: number, { directory }: ArchiveLayout): void => {
  const start = needsZip64End(directory) ? writeZip64End(into, at, directory) : at;
  const entryCount = Math.min(directory.entryCount, mark16);
  into.setUint32(start, 0x06054b50, true);
  into.setUint32(start + 4, 0, true);
  into.setUint16(start + 8, entryCount, true);
  into.setUint16(start + 10, entryCount, true);
  into.setUint32(start + 12, Math.min(directory.byteSize, mark32), true);
  into.setUint32(start + 16, Math.min(directory.start, mark32), true);
  into.setUint16(start + 20, 0, true);
};

type Entry = { layout: ArchiveLayout; index: number; zip64: readonly number[] };

const none: readonly number[] = [];
const valueAt = (table: Float64Array | Uint32Array, index: number): number => table[index] ?? 0;
const isOver32 = (value: number): boolean => value >= mark32;

const localZip64 = (byteSize: number): readonly number[] =>
  isOver32(byteSize) ? [byteSize, byteSize] : none;

// Only what overflowed, in the fixed order: size, stored size, offset (APPNOTE 4.5.3).
const zip64Values = (byteSize: number, start: number): readonly number[] =>
  isOver32(start) ? [...localZip64(byteSize), start] : localZip64(byteSize);

const zip64ByteSize = ({ length }: readonly number[]): number => (length > 0 ? 4 + 8 * length : 0);

// Version needed to lengths: the same 26 bytes stand in both headers.
const writeShared = (into: DataView, at: number, { layout, index, zip64 }: Entry): void => {
  const byteSize = Math.min(valueAt(layout.byteSizes, index), mark32);
  into.setUint16(at, zip64.length > 0 ? versionZip64 : versionPlain, true);
  into.setUint16(at + 2, flagUtf8, true);
  into.setUint16(at + 4, 0, true); // stored
  into.setUint32(at + 6, valueAt(layout.dosTimes, index), true);
  into.setUint32(at + 10, valueAt(layout.crc32s, index), true);
  into.setUint32(at + 14, byteSize, true);
  into.setUint32(at + 18, byteSize, true);
  into.setUint16(at + 22, valueAt(layout.nameStarts, index + 1) - valueAt(layout.nameStarts, index), true);
  into.setUint16(at + 24, timeExtraByteSize + zip64ByteSize(zip64), true);
};

const writeNameAndExtra = (into: DataView, at: number, { layout, index, zip64 }: Entry): void => {
  const nameEnd = valueAt(layout.nameStarts, index + 1);
  let extra = at;
  // Byte by byte: for a name, that is faster than what copies arrays.
  for (let from = valueAt(layout.nameStarts, index); from < nameEnd; from += 1, extra += 1)
    into.setUint8(extra, layout.names[from] ?? 0);
  into.setUint32(extra, 0x5455 | (5 << 16), true);
  into.setUint8(extra + 4, 1);
  into.setUint32(extra + 5, valueAt(layout.unixSeconds, index), true);
  if (zip64.length > 0) writeZip64Extra(into, extra + timeExtraByteSize, zip64);
};

const writeZip64Extra = (into: DataView, at: number, values: readonly number[]): void => {
  into.setUint16(at, 0x0001, true);
  into.setUint16(at + 2, 8 * values.length, true);
  values.forEach((value, index) => writeUInt64(into, at + 4 + 8 * index, value));
};

const needsZip64End = ({ entryCount, start, byteSize }: DirectoryPlace): boolean =>
  entryCount >= mark16 || isOver32(start) || isOver32(byteSize);

const writeZip64End = (
  into: DataView,
  at: number,
  { entryCount, start, byteSize }: DirectoryPlace,
): number => {
  into.setUint32(at, 0x06064b50, true);
  writeUInt64(into, at + 4, 44);
  into.setUint16(at + 12, madeByUnix | versionZip64, true);
  into.setUint16(at + 14, versionZip64, true);
  writeUInt64(into, at + 16, 0); // both disk numbers
  writeUInt64(into, at + 24, entryCount);
  writeUInt64(into, at + 32, entryCount);
  writeUInt64(into, at + 40, byteSize);
  writeUInt64(into, at + 48, start);
  into.setUint32(at + 56, 0x07064b50, true);
  into.setUint32(at + 60, 0, true);
  writeUInt64(into, at + 64, start + byteSize);
  into.setUint32(at + 72, 1, true);
  return at + 76;
};

const writeUInt64 = (into: DataView, at: number, value: number): void => {
  into.setUint32(at, value % 0x100000000, true);
  into.setUint32(at + 4, Math.floor(value / 0x100000000), true);
};
