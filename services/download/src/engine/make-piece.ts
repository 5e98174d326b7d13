import { at, indexAt, objectStartOf, recordOf } from './layout.ts';
import type { ArchiveLayout } from './layout.ts';
import type { MadePiece, Stretch } from './pieces.ts';
import {
  endRecordsByteSize,
  writeDirectoryRecord,
  writeEndRecords,
  writeLocalHeader,
} from './zip-records.ts';

/** Makes the bytes of a piece that no object holds, and puts them into `into` from `position` on. */
export const makeArchivePiece = (
  layout: ArchiveLayout,
  piece: MadePiece,
  into: Buffer,
  position: number,
): void => {
  if (piece.kind === 'header') put(localHeader(layout, piece.entryIndex), piece, into, position);
  else if (piece.kind === 'end') put(endRecords(layout), piece, into, position);
  else putDirectory(layout, piece, into, position);
};

/** A record of known size, and how it is written. */
type Made = { byteSize: number; write: (into: Buffer, position: number) => void };

const localHeader = (layout: ArchiveLayout, index: number): Made => ({
  byteSize: objectStartOf(layout, index) - at(layout.headerStarts, index),
  write: (into, position) => writeLocalHeader(into, position, recordOf(layout, index)),
});

const directoryRecord = (layout: ArchiveLayout, index: number): Made => ({
  byteSize: at(layout.recordStarts, index + 1) - at(layout.recordStarts, index),
  write: (into, position) =>
    writeDirectoryRecord(into, position, recordOf(layout, index), at(layout.headerStarts, index)),
});

const endRecords = ({ directory }: ArchiveLayout): Made => ({
  byteSize: endRecordsByteSize(directory),
  write: (into, position) => writeEndRecords(into, position, directory),
});

// Record by record: a directory of any size needs no more memory than the slab that it goes into.
const putDirectory = (layout: ArchiveLayout, piece: Stretch, into: Buffer, position: number): void => {
  const end = piece.offset + piece.length;
  let from = piece.offset;
  for (let index = indexAt(layout.recordStarts, from); from < end; index += 1) {
    const offset = from - at(layout.recordStarts, index);
    const length = Math.min(at(layout.recordStarts, index + 1), end) - from;
    put(directoryRecord(layout, index), { offset, length }, into, position + from - piece.offset);
    from += length;
  }
};

const put = (made: Made, { offset, length }: Stretch, into: Buffer, position: number): void => {
  const isWhole = length === made.byteSize;
  const whole = isWhole ? into : Buffer.alloc(made.byteSize);
  made.write(whole, isWhole ? position : 0);
  if (!isWhole) into.set(whole.subarray(offset, offset + length), position);
};
