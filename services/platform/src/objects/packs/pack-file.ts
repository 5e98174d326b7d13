import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * A pack: objects back to back, then an index, a line for each (`size crc32 key`, in their order), then a trailer of
 * twelve bytes (a mark, the size of the index, its CRC-32). It is written once and never changes.
 */
export interface PackIndex {
  /** As the store holds them. */
  keys: string[];
  /** Where each object begins, and last where the content ends. */
  starts: Uint32Array;
  crc32s: Uint32Array;
}

/** The most objects of a pack, and the most bytes of them. */
export const PACK_OBJECTS_MAX = 10_000;
export const PACK_BYTES_MAX = 32 * 1024 * 1024;

const MARK = 0x314b5056; // VPK1
const TRAILER_BYTES = 12;

const EXTENSION = '.pack';

/** Whether a file is a pack by its name: until it is whole it has another. */
export const isPack = (file: string): boolean => file.endsWith(EXTENSION);
/** How a file is called when it is whole. */
export const packOf = (file: string): string => file + EXTENSION;

/** A pack that is not one, or not whole. */
export class PackDamaged extends Error {
  constructor(what: string) {
    super(`The pack is not one: ${what}.`);
    this.name = 'PackDamaged';
  }
}

/** What goes into a pack: an object, and the file that holds it. */
export interface Packable {
  key: string;
  file: string;
}

/**
 * Writes a pack and syncs it. An object that was deleted meanwhile is left out. For a thread of its own: all of it is
 * synchronous.
 * @throws what the file system says
 */
export const writePack = (file: string, objects: readonly Packable[]): void => {
  const descriptor = openSync(file, 'wx');
  try {
    let lines = '';
    for (const { key, file: source } of objects) {
      const content = contentOf(source);
      if (content === null) continue;
      writeAll(descriptor, content);
      lines += `${content.length} ${crc32(content).toString(16)} ${key}\n`;
    }
    const index = Buffer.from(lines);
    writeAll(descriptor, Buffer.concat([index, trailerOf(index)]));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const contentOf = (file: string): Buffer | null => {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
};

const writeAll = (descriptor: number, bytes: Buffer): void => {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
};

const trailerOf = (index: Buffer): Buffer => {
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeUInt32LE(MARK, 0);
  trailer.writeUInt32LE(index.length, 4);
  trailer.writeUInt32LE(crc32(index), 8);
  return trailer;
};

/**
 * What lies where in a pack.
 * @throws PackDamaged, or what the file system says
 */
export const readPackIndex = async (file: string): Promise<PackIndex> => {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const trailer = await readAt(handle, size - TRAILER_BYTES, TRAILER_BYTES);
    if (trailer.readUInt32LE(0) !== MARK) throw new PackDamaged('it has another end');
    const contentEnd = size - TRAILER_BYTES - trailer.readUInt32LE(4);
    const lines = await readAt(handle, contentEnd, trailer.readUInt32LE(4));
    if (crc32(lines) !== trailer.readUInt32LE(8)) throw new PackDamaged('its index has another checksum');
    return indexOf(lines.toString(), contentEnd);
  } finally {
    await handle.close();
  }
};

const readAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  if (position < 0) throw new PackDamaged('it is too short');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new PackDamaged('it ends before its index');
  return buffer;
};

const indexOf = (text: string, contentEnd: number): PackIndex => {
  const lines = text.split('\n').slice(0, -1);
  const starts = new Uint32Array(lines.length + 1);
  const crc32s = new Uint32Array(lines.length);
  const keys = lines.map((line, at) => {
    const [byteSize = '', sum = '', key = ''] = line.split(' ', 3);
    starts[at + 1] = (starts[at] ?? 0) + Number(byteSize);
    crc32s[at] = Number.parseInt(sum, 16);
    return key;
  });
  if (starts.at(-1) !== contentEnd) throw new PackDamaged('its content has another size than its index says');
  return { keys, starts, crc32s };
};

/**
 * Whether each object of a pack is what it was when it was packed.
 * @throws PackDamaged, or what the file system says
 */
export const verifyPack = async (file: string): Promise<void> => {
  const { starts, crc32s } = await readPackIndex(file);
  const handle = await open(file, 'r');
  try {
    for (const [at, sum] of crc32s.entries()) {
      const from = starts[at] ?? 0;
      const content = await readAt(handle, from, (starts[at + 1] ?? 0) - from);
      if (crc32(content) !== sum) throw new PackDamaged('an object in it has another checksum');
    }
  } finally {
    await handle.close();
  }
};
