import { readdirSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { newId } from '../../ids/ids.ts';
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
  /** The paths of all packs. */
  packs: string[];
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
  const names = new Set(filesIn(path.join(task.objects, task.folder)));
  const kept: string[] = [];
  const packed = new Set<string>();
  for (const name of filesIn(task.packs)) {
    const file = path.join(task.packs, name);
    // One that is not whole is of a round that was broken off.
    const keys = isPack(name) ? await keysOf(file) : null;
    const isGood = keys?.every((key) => names.has(nameIn(task.folder, key))) === true;
    if (isGood) kept.push(file);
    else rmSync(file, { force: true });
    if (isGood) for (const key of keys) packed.add(nameIn(task.folder, key));
  }
  const small = [...smallOf(task, names, packed)].sort((one, other) => (one.key < other.key ? -1 : 1));
  const isWorthIt = small.length >= task.objectsMin;
  const made = isWorthIt ? await makePacks(task, small) : [];
  return {
    packs: [...kept, ...made],
    objectCount: isWorthIt ? small.length : 0,
    durationMs: Math.round(performance.now() - startedAt),
    leftCount: isWorthIt ? 0 : small.length,
  };
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

const nameIn = (folder: string, key: string): string =>
  key.startsWith(`${folder}/`) ? key.slice(folder.length + 1) : key;

const smallOf = function* (
  { objects, folder }: PackingTask,
  names: ReadonlySet<string>,
  packed: ReadonlySet<string>,
): Generator<Small> {
  for (const name of names) {
    if (packed.has(name)) continue;
    const file = path.join(objects, folder, name);
    // It may be deleted meanwhile.
    const byteSize = statSync(file, { throwIfNoEntry: false })?.size;
    if (byteSize !== undefined && byteSize <= SMALL_OBJECT_BYTES_MAX)
      yield { key: `${folder}/${name}`, file, byteSize };
  }
};

const makePacks = async (task: PackingTask, small: readonly Small[]): Promise<string[]> => {
  assertRoom(task.packs, small);
  const made: string[] = [];
  for (const objects of portionsOf(small)) {
    const file = path.join(task.packs, newId());
    try {
      writePack(file, objects);
      renameSync(file, packOf(file));
      made.push(packOf(file));
    } finally {
      rmSync(file, { force: true });
    }
  }
  await syncFolder(task.packs);
  return made;
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
