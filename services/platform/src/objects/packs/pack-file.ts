import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
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
    if (isMissing(error)) return null;
    throw error;
  }
};

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

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
 * All of a pack; null for one that went away.
 * @throws PackDamaged for one on a bad block, as well
 */
export const readWholePack = async (file: string): Promise<Buffer | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw new PackDamaged(String(error));
  }
};
