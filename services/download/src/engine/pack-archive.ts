import { at, indexAt } from './layout.ts';
import type { ArchiveLayout } from './layout.ts';
import { type ObjectStretch, bigObjectByteSize } from './source.ts';
import type { Pack, PackedSlab, VirtualFile } from './virtual-file.ts';
import { writeDirectoryRecord, writeEndRecords, writeLocalHeader } from './zip-records.ts';

type Packing = {
  layout: ArchiveLayout;
  objectKeyOf: (entryIndex: number) => string;
  /** Where in the archive the next byte lies, and where the range ends. */
  position: number;
  to: number;
  slab: PackedSlab;
  view: DataView;
};

/** Packs slabs with an archive, from any place on. */
export const packArchive =
  (layout: ArchiveLayout, objectKeyOf: (entryIndex: number) => string): Pack =>
  (from, to, slab) => {
    const { directory, byteSize } = layout;
    const end = directory.start + directory.byteSize;
    const view = new DataView(slab.bytes.buffer, slab.bytes.byteOffset, slab.bytes.length);
    const packing = { layout, objectKeyOf, position: from, to, slab, view };
    if (from < directory.start) packEntries(packing, indexAt(layout.headerStarts, from));
    if (packing.position >= directory.start && packing.position < end) packDirectory(packing);
    if (packing.position >= end) putRecord(packing, writeEndRecords, 0, end, byteSize);
    return packing.position;
  };

/** Which big objects come, found without packing. */
export const bigObjectsOf =
  (layout: ArchiveLayout, objectKeyOf: (entryIndex: number) => string): VirtualFile['bigObjects'] =>
  (from, before, to) => {
    const { headerStarts, byteSizes, directory } = layout;
    const found: ObjectStretch[] = [];
    const end = Math.min(before, to);
    const at0 = from >= directory.start ? directory.entryCount : indexAt(headerStarts, from);
    for (let index = at0; index < directory.entryCount && at(headerStarts, index) < end; index += 1) {
      const objectByteSize = at(byteSizes, index);
      if (objectByteSize < bigObjectByteSize || at(headerStarts, index) < from) continue;
      const until = Math.min(objectByteSize, to - objectStartOf(layout, index));
      if (until > 0) found.push({ objectKey: objectKeyOf(index), objectByteSize, offset: 0, until });
    }
    return found;
  };

const packEntries = (packing: Packing, first: number): void => {
  const { layout, slab } = packing;
  for (let index = first; index < layout.directory.entryCount; index += 1) {
    if (roomOf(packing) === 0 || !slab.mayBegin(index)) return;
    const objectStart = objectStartOf(layout, index);
    putRecord(packing, writeLocalHeader, index, at(layout.headerStarts, index), objectStart);
    if (!packObject(packing, index, objectStart)) return;
  }
};

const packObject = (packing: Packing, index: number, objectStart: number): boolean => {
  const { layout, slab, position } = packing;
  const objectByteSize = at(layout.byteSizes, index);
  const offset = position - objectStart;
  if (offset < 0) return false;
  const isBig = objectByteSize >= bigObjectByteSize;
  if (isBig && slab.isBeginForBig && offset === 0 && slab.byteSize > 0) return false;
  const length = Math.min(objectByteSize - offset, roomOf(packing));
  if (length > 0) {
    const objectKey = packing.objectKeyOf(index);
    const until = Math.min(objectByteSize, packing.to - objectStart);
    slab.parts.push({ objectKey, objectByteSize, offset, length, position: slab.byteSize, until });
    slab.byteSize += length;
    packing.position += length;
  }
  return offset + length === objectByteSize;
};

const packDirectory = (packing: Packing): void => {
  const { layout } = packing;
  const { start, entryCount } = layout.directory;
  const first = indexAt(layout.recordStarts, packing.position - start);
  for (let index = first; index < entryCount && roomOf(packing) > 0; index += 1) {
    const recordStart = start + at(layout.recordStarts, index);
    putRecord(packing, writeDirectoryRecord, index, recordStart, start + at(layout.recordStarts, index + 1));
  }
};

type WriteRecord = (into: DataView, at: number, layout: ArchiveLayout, index: number) => void;

/** Puts as much of a record as is wanted and has room; the record lies from `start` to `end`. */
const putRecord = (packing: Packing, write: WriteRecord, index: number, start: number, end: number): void => {
  const { slab, layout, position } = packing;
  const length = Math.min(end - position, roomOf(packing));
  if (length <= 0) return;
  if (length === end - start) write(packing.view, slab.byteSize, layout, index);
  else {
    const whole = new Uint8Array(end - start);
    write(new DataView(whole.buffer), 0, layout, index);
    slab.bytes.set(whole.subarray(position - start, position - start + length), slab.byteSize);
  }
  slab.byteSize += length;
  packing.position += length;
};

const roomOf = ({ slab, position, to }: Packing): number =>
  Math.min(to - position, slab.bytes.length - slab.byteSize);

const objectStartOf = (layout: ArchiveLayout, index: number): number =>
  at(layout.headerStarts, index + 1) - at(layout.byteSizes, index);
