import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { PackDamaged, type PackIndex, createPackIndex, readIndex } from './pack-format.ts';

const EXTENSION = '.pack';

/** Whether a file is a pack by its name: until it is whole it has another. */
export const isPack = (file: string): boolean => file.endsWith(EXTENSION);
/** How a file is called when it is whole. */
export const packOf = (file: string): string => file + EXTENSION;

/** What the system gets in large pieces it keeps in large pages, which are read a third faster. */
const WRITTEN_AT_ONCE = 4 * 1024 * 1024;

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
    const index = createPackIndex();
    let waiting: Buffer[] = [];
    let waitingByteSize = 0;
    const write = (content: Buffer): void => {
      waiting.push(content);
      waitingByteSize += content.length;
      if (waitingByteSize < WRITTEN_AT_ONCE) return;
      writeAll(descriptor, Buffer.concat(waiting));
      [waiting, waitingByteSize] = [[], 0];
    };
    for (const { key, file: source } of objects) {
      const content = contentOf(source);
      if (content === null) continue;
      write(content);
      index.add(key, content);
    }
    writeAll(descriptor, Buffer.concat([...waiting, index.end()]));
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

/**
 * What lies where in a pack.
 * @throws PackDamaged, or what the file system says
 */
export const readPackIndex = async (file: string): Promise<PackIndex> => {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    return await readIndex(size, (position, length) => readAt(handle, position, length));
  } finally {
    await handle.close();
  }
};

const readAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
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
