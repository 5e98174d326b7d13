import { type BigIntStats, createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../ids/ids.ts';
import { checkContent } from './check-content.ts';
import { keyOf, storedKey, storedPrefix } from './object-key.ts';
import { type PackOptions, openPacks } from './packs/open-packs.ts';
import {
  type GetOptions,
  type LocalObjectStore,
  ObjectChanged,
  type ObjectFacts,
  ObjectMissing,
  type PutOptions,
  RangeBeyondObject,
  StoreUnavailable,
} from './port.ts';
import { syncFolder } from './sync-folder.ts';

// A folder of objects is no object.
const MISSING = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR']);

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && MISSING.has(error.code);

const orNull = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};

const NO_ROOM = new Set<unknown>(['ENOSPC', 'EDQUOT']);

/** A full disk is emptied by somebody: until then the store takes nothing, and says so as one that does not answer. */
const orNoRoom = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && NO_ROOM.has(error.code)
    ? new StoreUnavailable('There is no room left for files.', { cause: error })
    : error;

const orMissing =
  (key: string) =>
  (error: unknown): never => {
    throw isMissing(error) ? new ObjectMissing(key) : error;
  };

const factsOf = ({ size, ino, mtimeNs }: BigIntStats): ObjectFacts => ({
  byteSize: Number(size),
  etag: `"${[size, ino, mtimeNs].map((number) => number.toString(36)).join('-')}"`,
});

const filesBelow = async function* (folder: string): AsyncIterable<string> {
  const directory = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    },
  );
  for (const entry of directory) if (entry.isFile()) yield path.join(entry.parentPath, entry.name);
};

/** Writes a new file and syncs it before it counts as written. */
const write = async (key: string, file: string, content: Readable, { signal, expected = {} }: PutOptions) => {
  const sink = createWriteStream(file, { flags: 'wx', flush: true, highWaterMark: 1024 * 1024 });
  await pipeline(content, checkContent(key, expected), sink, signal === undefined ? {} : { signal });
};

/** Writes beside and moves in, so that the target is there whole or not at all. */
const moveIn = async (
  key: string,
  content: Readable,
  places: { target: string; unfinished: string },
  options: PutOptions,
): Promise<ObjectFacts> => {
  const temporary = path.join(places.unfinished, newId());
  const folder = path.dirname(places.target);
  try {
    await write(key, temporary, content, options);
    const facts = factsOf(await stat(temporary, { bigint: true }));
    await mkdir(folder, { recursive: true });
    await rename(temporary, places.target);
    await syncFolder(folder);
    return facts;
  } catch (error) {
    await rm(temporary, { force: true });
    throw orNoRoom(error);
  }
};

/** How many bytes there are to read; fails before any is read where the object is not what is asked for. */
const lengthOf = async (key: string, handle: FileHandle, { range, ifMatch }: GetOptions): Promise<number> => {
  const facts = await handle.stat({ bigint: true });
  if (!facts.isFile()) throw new ObjectMissing(key);
  const { byteSize, etag } = factsOf(facts);
  if (ifMatch !== undefined && ifMatch !== etag) throw new ObjectChanged(key);
  if (range === undefined) return byteSize;
  if (range.from >= byteSize) throw new RangeBeyondObject(key);
  return Math.min(range.to ?? byteSize - 1, byteSize - 1) - range.from + 1;
};

const read = async (key: string, file: string, options: GetOptions): Promise<Readable> => {
  const { range, signal } = options;
  const handle = await open(file, 'r').catch(orMissing(key));
  try {
    const byteSize = await lengthOf(key, handle, options);
    const bytes = createReadStream('', {
      fd: handle,
      ...(range && { start: range.from, end: range.from + byteSize - 1 }),
    });
    // A file that became shorter meanwhile ends as if it were whole.
    const whole = checkContent(key, { byteSize });
    pipeline(bytes, whole, signal === undefined ? {} : { signal }).catch(() => undefined);
    return whole;
  } catch (error) {
    await handle.close();
    throw error;
  }
};

const clearUnfinished = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder))
    await rm(path.join(folder, name), { recursive: true, force: true });
};

/** How a store on the disk keeps its small objects. */
export interface DiskStoreOptions extends PackOptions {
  /** Whose small objects are packed: the first name of their keys. */
  packedFolder?: string;
}

/**
 * Objects as files below one folder. A file is written beside the others, synced, and only then moved to its place, so
 * that a crash leaves no half object.
 */
export const openDiskStore = async (
  root: string,
  { packedFolder = 'originals', ...packing }: DiskStoreOptions = {},
): Promise<LocalObjectStore> => {
  const objects = path.join(root, 'objects');
  const unfinished = path.join(root, 'unfinished');
  await mkdir(unfinished, { recursive: true });
  await mkdir(objects, { recursive: true });
  const folders = { objects, folder: packedFolder, packs: path.join(root, 'packs') };
  const packs = await openPacks(folders, packing);

  // No name of a stored key leads elsewhere, so there is nothing to normalize.
  const pathOf = (key: string): string => objects + path.sep + storedKey(key);
  return {
    pathOf,
    packs,
    takeOver: async (log) => {
      await clearUnfinished(unfinished);
      packs.start(log);
    },
    close: packs.stop,
    put: async (key, content, options = {}) => {
      const places = { target: pathOf(key), unfinished };
      const facts = await packs.without(key, () => moveIn(key, content, places, options));
      packs.note(key, facts.byteSize);
      return facts;
    },
    get: async (key, options = {}) => read(key, pathOf(key), options),
    stat: async (key) => {
      const facts = await stat(pathOf(key), { bigint: true }).catch(orNull);
      return facts?.isFile() === true ? factsOf(facts) : null;
    },
    delete: async (key) => {
      const file = pathOf(key);
      await packs.without(key, () => rm(file).catch(orNull));
    },
    async *list(prefix) {
      const begin = storedPrefix(prefix);
      for await (const file of filesBelow(objects)) {
        const stored = path.relative(objects, file).split(path.sep).join('/');
        if (stored.startsWith(begin)) yield keyOf(stored);
      }
    },
  };
};
