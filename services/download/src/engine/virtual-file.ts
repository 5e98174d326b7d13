import { createHash } from 'node:crypto';
import type { ArchiveLayout } from './layout.ts';
import { makeArchivePiece } from './make-piece.ts';
import { archivePieces } from './pieces.ts';
import type { MadePiece, Piece } from './pieces.ts';

/** Something that can be sent in any range: an archive, or one object as it is. */
export type VirtualFile = {
  byteSize: number;
  /** Strong and quoted, ready for the header. */
  etag: string;
  pieces: (from: number, to: number) => Iterable<Piece>;
  make: (piece: MadePiece, into: Buffer, position: number) => void;
  objectKeyOf: (entryIndex: number) => string;
};

export type StoredObject = { objectKey: string; byteSize: number; sha256: string };

export const archiveFile = (
  layout: ArchiveLayout,
  objectKeyOf: (entryIndex: number) => string,
): VirtualFile => ({
  byteSize: layout.byteSize,
  etag: layout.etag,
  pieces: (from, to) => archivePieces(layout, from, to),
  make: (piece, into, position) => makeArchivePiece(layout, piece, into, position),
  objectKeyOf,
});

export const singleFile = ({ objectKey, byteSize, sha256 }: StoredObject): VirtualFile => ({
  byteSize,
  etag: `"${createHash('sha256').update(`vitrine-file-1 ${byteSize} ${sha256}`).digest('base64url')}"`,
  pieces: (from, to) =>
    to > from
      ? [{ kind: 'object', entryIndex: 0, objectByteSize: byteSize, offset: from, length: to - from }]
      : [],
  make: () => {
    throw new RangeError('A single file has no bytes but those of its object.');
  },
  objectKeyOf: () => objectKey,
});
