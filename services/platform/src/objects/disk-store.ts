import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../ids/ids.ts';
import { type ByteRange, type LocalObjectStore, ObjectMissing } from './port.ts';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const orMissing =
  (key: string) =>
  (error: unknown): never => {
    throw isMissing(error) ? new ObjectMissing(key) : error;
  };

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Writes a new file and syncs it before it counts as written. */
const write = async (file: string, content: Readable, signal?: AbortSignal): Promise<number> => {
  const sink = createWriteStream(file, { flags: 'wx', flush: true, highWaterMark: 1024 * 1024 });
  await pipeline(content, sink, signal === undefined ? {} : { signal });
  return sink.bytesWritten;
};

const rangeOf = (range: ByteRange | undefined): { start?: number; end?: number } =>
  range === undefined ? {} : { start: range.from, ...(range.to === undefined ? {} : { end: range.to }) };

const filesBelow = async function* (folder: string): AsyncIterable<string> {
  const directory = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    },
  );
  for (const entry of directory) if (entry.isFile()) yield path.join(entry.parentPath, entry.name);
};

/** Writes beside and moves in, so that the target is there whole or not at all. */
const moveIn = async (target: string, unfinished: string, content: Readable, signal?: AbortSignal) => {
  const temporary = path.join(unfinished, newId());
  try {
    const byteSize = await write(temporary, content, signal);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
    return { byteSize };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** Removes what a crash left half-written. Only for who is alone on the folder: another one may be writing there. */
export const clearUnfinished = async (root: string): Promise<void> => {
  await rm(path.join(root, 'unfinished'), { recursive: true, force: true });
};

/**
 * Objects as files below one folder. A file is written beside the others, synced, and only then moved to its place, so
 * that a crash leaves no half object.
 */
export const openDiskStore = async (root: string): Promise<LocalObjectStore> => {
  const objects = path.join(root, 'objects');
  const unfinished = path.join(root, 'unfinished');
  await mkdir(unfinished, { recursive: true });
  await mkdir(objects, { recursive: true });

  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error(`Not a key of an object: ${JSON.stringify(key)}`);
    return path.join(objects, key);
  };
  return {
    pathOf,
    put: (key, content, { signal } = {}) => moveIn(pathOf(key), unfinished, content, signal),
    get: async (key, { range, signal } = {}) => {
      const handle = await open(pathOf(key), 'r').catch(orMissing(key));
      return createReadStream('', {
        fd: handle,
        ...rangeOf(range),
        ...(signal === undefined ? {} : { signal }),
      });
    },
    stat: async (key) => {
      const facts = await stat(pathOf(key)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return facts === null ? null : { byteSize: facts.size };
    },
    delete: (key) => rm(pathOf(key), { force: true }),
    async *list(prefix) {
      for await (const file of filesBelow(objects)) {
        const key = path.relative(objects, file).split(path.sep).join('/');
        if (key.startsWith(prefix)) yield key;
      }
    },
  };
};
