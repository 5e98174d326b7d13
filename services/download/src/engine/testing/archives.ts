import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ArchiveEntry } from '../layout.ts';
import type { PackedSlab, VirtualFile } from '../virtual-file.ts';

export type StoredFile = { entry: ArchiveEntry; content: Uint8Array };

export const aStoredFile = (name: string, content: Uint8Array | string): StoredFile => {
  const bytes = Buffer.from(content);
  return {
    content: bytes,
    entry: {
      name,
      byteSize: bytes.length,
      crc32: crc32(bytes),
      modifiedAt: Date.UTC(2026, 6, 1, 12, 30, 42),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  };
};

export const anEntry = (overrides: Partial<ArchiveEntry> = {}): ArchiveEntry => ({
  ...aStoredFile('a file.txt', '').entry,
  ...overrides,
});

/** `count` files of next to nothing, every hundredth of them empty. */
export const manyFiles = (count: number): StoredFile[] => {
  const [empty, tiny] = [aStoredFile('', ''), aStoredFile('', 'tiny')];
  return Array.from({ length: count }, (_, index) => {
    const { entry, content } = index % 100 === 0 ? empty : tiny;
    return { content, entry: { ...entry, name: `file ${index}.txt` } };
  });
};

/** Bytes that differ from place to place, so that a wrong offset shows. */
export const patterned = (byteSize: number, seed = 1): Buffer => {
  const bytes = Buffer.alloc(byteSize);
  let state = seed;
  for (let index = 0; index < byteSize; index += 1) {
    state = (state * 1664525 + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
};

/** Gives `length` bytes of an object from `offset` on. */
export type ObjectBytes = (objectKey: string, offset: number, length: number) => Uint8Array;

/** A range of a virtual file, put together without the sender. */
export const bytesOf = (
  file: VirtualFile,
  objectBytes: ObjectBytes,
  from = 0,
  to = file.byteSize,
): Buffer => {
  const bytes = Buffer.alloc(to - from, 0xee);
  let position = from;
  while (position < to) {
    const slab = anEmptySlab(bytes.subarray(position - from));
    const next = file.pack(position, to, slab);
    if (next <= position || next !== position + slab.byteSize) throw new Error(`Packing stopped at ${next}.`);
    for (const part of slab.parts)
      slab.bytes.set(objectBytes(part.objectKey, part.offset, part.length), part.position);
    position = next;
  }
  return bytes;
};

export const anEmptySlab = (bytes: Buffer): PackedSlab => ({
  bytes,
  byteSize: 0,
  parts: [],
  isBeginForBig: true,
  mayBegin: () => true,
});
