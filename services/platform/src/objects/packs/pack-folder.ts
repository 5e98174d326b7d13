import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { keyOf } from '../object-key.ts';
import { syncFolder } from '../sync-folder.ts';
import { isPack, readPackIndex, verifyPack } from './pack-file.ts';
import { PackDamaged, type PackIndex } from './pack-format.ts';
import { type ObjectPlace, createPackRegistry } from './pack-registry.ts';

/** The packs of a folder, as far as they are known. */
export interface PackFolder {
  /** Settles when what was there at first is known. */
  loaded: Promise<void>;
  placeOf: (key: string) => ObjectPlace | null;
  paths: () => string[];
  /** Removes what holds a copy of this object. Answers how many objects lie in no pack therefore. */
  letGo: (key: string) => Promise<number>;
  /** Removes a pack; the same answer. */
  remove: (file: string) => Promise<number>;
  /** Knows these packs and no others; one with a key that changed is removed. The same answer. */
  know: (files: readonly string[], changed: ReadonlySet<string>) => Promise<number>;
}

/** Opens a folder of packs, and makes it. What is in it is read while everything else goes on. */
export const openPackFolder = async (folder: string): Promise<PackFolder> => {
  await mkdir(folder, { recursive: true });
  const registry = createPackRegistry();
  const remove = async (file: string): Promise<number> => {
    const objectCount = registry.drop(file);
    await rm(file, { force: true });
    await syncFolder(folder);
    return objectCount;
  };
  const know = async (files: readonly string[], changed: ReadonlySet<string>): Promise<number> => {
    const known = new Set(registry.packs());
    for (const file of known.difference(new Set(files))) registry.drop(file);
    let removedCount = 0;
    for (const file of files) {
      if (known.has(file)) continue;
      const index = await readPack(file);
      if (index === null) continue;
      registry.add(file, index);
      if (index.keys.some((key) => changed.has(key))) removedCount += await remove(file);
    }
    return removedCount;
  };
  const filesThere = async () =>
    (await readdir(folder)).filter(isPack).map((name) => path.join(folder, name));
  const load = async (): Promise<void> => {
    await know(await filesThere(), new Set());
  };
  return {
    // One that cannot be read now is looked at by the next round.
    loaded: load().catch(() => undefined),
    placeOf: registry.placeOf,
    paths: registry.packs,
    letGo: async (key) => {
      const place = registry.placeOf(key);
      registry.forget(key);
      return place === null ? 0 : remove(place.pack);
    },
    remove,
    know,
  };
};

/** Null for one that cannot be read. One that is damaged is removed: its objects are files as well. */
const readPack = async (file: string): Promise<PackIndex | null> => {
  try {
    const index = await readPackIndex(file);
    return { ...index, keys: index.keys.map(keyOf) };
  } catch (error) {
    if (error instanceof PackDamaged) await rm(file, { force: true });
    return null;
  }
};

/** Whether every object in a pack is what it was. One that was removed meanwhile is no damage. */
export const isWhole = async (file: string): Promise<boolean> => {
  try {
    await verifyPack(file);
    return true;
  } catch (error) {
    return !(error instanceof PackDamaged);
  }
};
