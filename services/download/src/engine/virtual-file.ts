import { createHash } from 'node:crypto';
import { type ArchiveLayout, indexAt } from './layout.ts';
import { bigObjectsOf, packArchive } from './pack-archive.ts';
import type { ObjectPart, ObjectStretch } from './source.ts';

/** Something that can be sent in any range: an archive, or one object as it is. */
export type VirtualFile = {
  byteSize: number;
  /** Strong and quoted, ready for the header. */
  etag: string;
  pack: Pack;
  /** The entry that the byte belongs to; what lies behind them all belongs to the last. */
  entryAt: (position: number) => number;
  /** The big objects of entries that begin from one place on and before another, as far as `to`. */
  bigObjects: (from: number, before: number, to: number) => ObjectStretch[];
};

/**
 * Puts the bytes `from` to `to` (exclusive) into a slab, as many as it holds: what no object holds is made, and for
 * the rest it is written down what to read. Answers where it stopped. Opens nothing, remembers nothing.
 */
export type Pack = (from: number, to: number, slab: PackedSlab) => number;

export type PackedSlab = {
  bytes: Buffer;
  /** How much of it is packed. */
  byteSize: number;
  /** What is to be read into it. */
  parts: ObjectPart[];
  /** Whether a big object is read straight to the beginning of a slab, or anywhere. */
  isBeginForBig: boolean;
  /** Whether bytes of this entry may be sent. Packing stops where not. */
  mayBegin: (entryIndex: number) => boolean;
};

export type StoredObject = { objectKey: string; byteSize: number; sha256: string };

export const archiveFile = (
  layout: ArchiveLayout,
  objectKeyOf: (entryIndex: number) => string,
): VirtualFile => ({
  byteSize: layout.byteSize,
  etag: layout.etag,
  pack: packArchive(layout, objectKeyOf),
  entryAt: (position) => Math.min(indexAt(layout.headerStarts, position), layout.directory.entryCount - 1),
  bigObjects: bigObjectsOf(layout, objectKeyOf),
});

export const singleFile = ({ objectKey, byteSize, sha256 }: StoredObject): VirtualFile => ({
  byteSize,
  etag: `"${createHash('sha256').update(`vitrine-file-1 ${byteSize} ${sha256}`).digest('base64url')}"`,
  pack: (from, to, slab) => {
    const length = Math.min(to - from, slab.bytes.length - slab.byteSize);
    if (length === 0 || !slab.mayBegin(0)) return from;
    const [objectByteSize, position] = [byteSize, slab.byteSize];
    slab.parts.push({ objectKey, objectByteSize, offset: from, length, position, until: to });
    slab.byteSize += length;
    return from + length;
  },
  entryAt: () => 0,
  bigObjects: () => [],
});
