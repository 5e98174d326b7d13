import { readdirSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { newId } from '../../ids/ids.ts';
import { keyIfStored, storedKey } from '../object-key.ts';
import { syncFolder } from '../sync-folder.ts';
import { type Packable, isPack, packOf, readPackIndex, writePack } from './pack-file.ts';
import { PACK_BYTES_MAX, PACK_OBJECTS_MAX, SMALL_OBJECT_BYTES_MAX } from './pack-format.ts';

/** Where things lie, and what is worth a pack. */
export interface PackingTask {
  /** Of the objects. */
  objects: string;
  /** Whose small objects are packed, a name within `objects`: only those of one plan are read together. */
  folder: string;
  packs: string;
  /** Fewer objects than these stay as they are. */
  objectsMin: number;
}

/** What a round left. */
export interface PackingResult {
  /** Objects that were packed now, and how long all of it took. */
  objectCount: number;
  durationMs: number;
  /** Small objects that are in no pack. */
  leftCount: number;
}

/** A disk that is nearly full is for what is in one place only: copies take a tenth of what is free, at most. */
const ROOM_PARTS = 10;

interface Small extends Packable {
  byteSize: number;
}

/**
 * Packs the small objects that are in no pack, in the order of their keys, which is that of their coming. A pack is
 * removed that is damaged, or holds an object that is not there any more: a crash may have come between.
 */
export const packSmallObjects = async (task: PackingTask): Promise<PackingResult> => {
  const startedAt = performance.now();
  const there = keysIn(task);
  const packed = new Set<string>();
  for (const name of filesIn(task.packs)) {
    const file = path.join(task.packs, name);
    // One that is not whole is of a round that was broken off.
    const keys = isPack(name) ? await keysOf(file) : null;
    if (keys?.every((key) => there.has(key)) === true) for (const key of keys) packed.add(key);
    else rmSync(file, { force: true });
  }
  const small = [...smallOf(task, there.difference(packed))].sort((one, other) =>
    one.key < other.key ? -1 : 1,
  );
  const isWorthIt = small.length >= task.objectsMin;
  if (isWorthIt) await makePacks(task, small);
  return {
    objectCount: isWorthIt ? small.length : 0,
    durationMs: Math.round(performance.now() - startedAt),
    leftCount: isWorthIt ? 0 : small.length,
  };
};

/** A file that is called as no object would be is somebody else's. */
const keysIn = ({ objects, folder }: PackingTask): Set<string> => {
  const names = filesIn(path.join(objects, folder));
  return new Set(names.map((name) => keyIfStored(`${folder}/${name}`)).filter((key) => key !== null));
};

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

const keysOf = async (file: string): Promise<string[] | null> => {
  try {
    return (await readPackIndex(file)).keys;
  } catch {
    return null;
  }
};

const smallOf = function* ({ objects }: PackingTask, keys: ReadonlySet<string>): Generator<Small> {
  for (const key of keys) {
    const file = path.join(objects, storedKey(key));
    // It may be deleted meanwhile.
    const byteSize = statSync(file, { throwIfNoEntry: false })?.size;
    if (byteSize !== undefined && byteSize <= SMALL_OBJECT_BYTES_MAX) yield { key, file, byteSize };
  }
};

const makePacks = async (task: PackingTask, small: readonly Small[]): Promise<void> => {
  assertRoom(task.packs, small);
  for (const objects of portionsOf(small)) {
    const file = path.join(task.packs, newId());
    try {
      writePack(file, objects);
      renameSync(file, packOf(file));
    } finally {
      rmSync(file, { force: true });
    }
  }
  await syncFolder(task.packs);
};

const assertRoom = (folder: string, small: readonly Small[]): void => {
  const { bavail, bsize } = statfsSync(folder);
  const byteSize = small.reduce((sum, object) => sum + object.byteSize, 0);
  if (byteSize * ROOM_PARTS > bavail * bsize) throw new Error('There is too little room for copies.');
};

const portionsOf = function* (small: readonly Small[]): Generator<Small[]> {
  let portion: Small[] = [];
  let byteSize = 0;
  for (const object of small) {
    if (portion.length === PACK_OBJECTS_MAX || byteSize + object.byteSize > PACK_BYTES_MAX) {
      yield portion;
      portion = [];
      byteSize = 0;
    }
    portion.push(object);
    byteSize += object.byteSize;
  }
  yield portion;
};
