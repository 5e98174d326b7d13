import { orAborted } from './or-aborted.ts';
import type { Piece } from './pieces.ts';
import { SendFailure } from './send-failure.ts';
import { bigObjectByteSize } from './source.ts';
import type { ObjectPart, ObjectReader } from './source.ts';
import type { VirtualFile } from './virtual-file.ts';

type Loading = {
  file: VirtualFile;
  from: number;
  to: number;
  reader: ObjectReader;
  signal: AbortSignal;
  beforeEntry?: ((entryIndex: number) => Promise<void> | undefined) | undefined;
};
type Bytes = Buffer<SharedArrayBuffer>;
type Packed = { byteSize: number; parts: ObjectPart[] };

/**
 * Loads slab after slab with the bytes of a range: packing is done in order, one slab at a time, while the
 * filling of several may be under way. Answers how many bytes were loaded; 0 after the end of the range.
 */
export const createLoader = ({ file, from, to, reader, signal, beforeEntry }: Loading) => {
  const pieces = cursorOver(file.pieces(from, to));
  const allow = gate(beforeEntry);
  let packing: Promise<unknown> = Promise.resolve();

  const pack = async (bytes: Bytes): Promise<Packed> => {
    const parts: ObjectPart[] = [];
    let byteSize = 0;
    for (let piece = pieces.current(); piece !== undefined; piece = pieces.current()) {
      if (byteSize === bytes.length || (byteSize > 0 && beginsBigObject(piece))) break;
      const allowed = allow(piece.entryIndex);
      if (allowed) await orAborted(signal, (settle) => void allowed.then(() => settle(), settle));
      signal.throwIfAborted();
      const length = Math.min(piece.length, bytes.length - byteSize);
      if (piece.kind === 'object') parts.push(partOf(file, piece, length, byteSize));
      else file.make({ ...piece, length }, bytes, byteSize);
      byteSize += length;
      pieces.advance(length);
    }
    return { byteSize, parts };
  };

  return async (bytes: Bytes): Promise<number> => {
    const packed = packing.then(() => pack(bytes));
    packing = packed;
    const { byteSize, parts } = await packed;
    if (parts.length > 0) await reader.fill(parts, bytes, signal);
    return byteSize;
  };
};

// So that it is read from its first byte straight to the beginning of a slab.
const beginsBigObject = (piece: Piece): boolean =>
  piece.kind === 'object' && piece.offset === 0 && piece.objectByteSize >= bigObjectByteSize;

const partOf = (
  file: VirtualFile,
  piece: Piece & { kind: 'object' },
  length: number,
  position: number,
): ObjectPart => ({
  objectKey: file.objectKeyOf(piece.entryIndex),
  objectByteSize: piece.objectByteSize,
  offset: piece.offset,
  length,
  position,
});

// Asks once for each entry. What belongs to no entry (the directory) is not asked for.
const gate = (beforeEntry: Loading['beforeEntry']) => {
  let allowedIndex = -1;
  return (entryIndex: number): Promise<void> | undefined => {
    if (entryIndex < 0 || entryIndex === allowedIndex) return undefined;
    allowedIndex = entryIndex;
    return beforeEntry?.(entryIndex)?.catch((error: unknown) => {
      throw new SendFailure('refused', error);
    });
  };
};

const cursorOver = (pieces: Iterable<Piece>) => {
  const iterator = pieces[Symbol.iterator]();
  const next = (): Piece | undefined => {
    const step = iterator.next();
    return step.done ? undefined : step.value;
  };
  let piece = next();
  return {
    current: () => piece,
    advance: (length: number): void => {
      if (piece === undefined || length === piece.length) piece = next();
      else piece = { ...piece, offset: piece.offset + length, length: piece.length - length };
    },
  };
};
