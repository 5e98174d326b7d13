import { at, indexAt, objectStartOf } from './layout.ts';
import type { ArchiveLayout } from './layout.ts';

/** `length` bytes from `offset` on, counted within the thing that the piece is a part of. */
export type Stretch = { offset: number; length: number };
/** A part of an object, which a source reads. */
export type ObjectPiece = Stretch & { kind: 'object'; entryIndex: number; objectByteSize: number };
/** A part of a local header, of the directory or of the end records, which the engine makes when it is due. */
export type MadePiece = Stretch & { kind: 'header' | 'directory' | 'end'; entryIndex: number };
export type Piece = ObjectPiece | MadePiece;

/** The pieces that hold the bytes `from` to `to` (exclusive) of an archive, in order. Empty ones are left out. */
export function* archivePieces(layout: ArchiveLayout, from: number, to: number): Generator<Piece> {
  const { directory, headerStarts } = layout;
  const first = from < directory.start ? indexAt(headerStarts, from) : directory.entryCount;
  for (let entryIndex = first; entryIndex < directory.entryCount; entryIndex += 1) {
    const start = at(headerStarts, entryIndex);
    if (start >= to) return;
    const objectStart = objectStartOf(layout, entryIndex);
    const header = overlap(start, objectStart, from, to);
    if (header.length > 0) yield { kind: 'header', entryIndex, offset: header.offset, length: header.length };
    const objectByteSize = at(layout.byteSizes, entryIndex);
    const { offset, length } = overlap(objectStart, objectStart + objectByteSize, from, to);
    if (length > 0) yield { kind: 'object', entryIndex, objectByteSize, offset, length };
  }
  const end = directory.start + directory.byteSize;
  const records = overlap(directory.start, end, from, to);
  if (records.length > 0) yield { kind: 'directory', entryIndex: -1, ...records };
  const endRecords = overlap(end, layout.byteSize, from, to);
  if (endRecords.length > 0) yield { kind: 'end', entryIndex: -1, ...endRecords };
}

const overlap = (start: number, end: number, from: number, to: number): Stretch => {
  const first = Math.max(start, from);
  return { offset: first - start, length: Math.max(Math.min(end, to) - first, 0) };
};
