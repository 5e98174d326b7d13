import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { keyOf } from '../object-key.ts';
import { syncFolder } from '../sync-folder.ts';
import { isPack, readPackIndex } from './pack-file.ts';
import type { PackIndex } from './pack-format.ts';
import { type ObjectPlace, createPackRegistry } from './pack-registry.ts';

/** The packs of a folder. What is there is known, so that it can be let go. */
export interface PackFolder {
  /** Settles when what was there at first is known. */
  loaded: Promise<void>;
  placeOf: (key: string) => ObjectPlace | null;
  paths: () => string[];
  /** Nothing is there, half-written packs included. */
  isEmpty: () => Promise<boolean>;
  /** Removes what holds a copy of this object. Answers how many objects lie in no pack therefore. */
  letGo: (key: string) => Promise<number>;
  /** Removes a pack; the same answer. */
  remove: (file: string) => Promise<number>;
  /** Removes a pack that nobody is to read from now on; the same answer. */
  distrust: (file: string) => Promise<number>;
  /**
   * Knows the packs that are there and no others. One is removed that cannot be read, that holds a key which changed, or
   * an object of which there is a copy already. The same answer.
   */
  look: (changed: ReadonlySet<string>) => Promise<number>;
}

/** Opens a folder of packs, and makes it. What is in it is read while everything else goes on. */
export const openPackFolder = async (folder: string): Promise<PackFolder> => {
  await mkdir(folder, { recursive: true });
  const registry = createPackRegistry();
  const removeFile = async (file: string): Promise<void> => {
    await rm(file, { force: true });
    await syncFolder(folder);
  };
  const learn = async (file: string, changed: ReadonlySet<string>): Promise<number> => {
    const index = await readPack(file);
    const isToBeKept = index?.keys.every((key) => !changed.has(key) && registry.placeOf(key) === null);
    if (index === null || !isToBeKept) return removeFile(file).then(() => index?.keys.length ?? 0);
    registry.add(file, index);
    return 0;
  };
  const look = async (changed: ReadonlySet<string>): Promise<number> => {
    const there = new Set((await readdir(folder)).filter(isPack).map((name) => path.join(folder, name)));
    const known = new Set(registry.packs());
    for (const file of known.difference(there)) registry.drop(file);
    let removedCount = 0;
    for (const file of there.difference(known)) removedCount += await learn(file, changed);
    return removedCount;
  };
  // Not before it is removed: who could not remove it has to find it the next time.
  const remove = (file: string): Promise<number> => removeFile(file).then(() => registry.drop(file));
  return {
    // The first round looks again.
    loaded: look(new Set()).then(
      () => undefined,
      () => undefined,
    ),
    placeOf: registry.placeOf,
    paths: registry.packs,
    isEmpty: async () => (await readdir(folder)).length === 0,
    letGo: async (key) => {
      const place = registry.placeOf(key);
      return place === null ? 0 : remove(place.pack);
    },
    remove,
    distrust: async (file) => {
      const objectCount = registry.drop(file);
      await removeFile(file);
      return objectCount;
    },
    look,
  };
};

/** Null for one that cannot be read: its objects are files as well. */
const readPack = async (file: string): Promise<PackIndex | null> => {
  try {
    const index = await readPackIndex(file);
    return { ...index, keys: index.keys.map(keyOf) };
  } catch {
    return null;
  }
};
