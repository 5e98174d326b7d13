import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type DiskStoreOptions, openDiskStore } from '../objects/disk-store.ts';
import type { ObjectPlace } from '../objects/packs/pack-registry.ts';
import type { LocalObjectStore, ObjectStore } from '../objects/port.ts';

/** A folder of its own for a store. */
export const storeRoot = async (): Promise<string> => {
  const root = await mkdtemp(path.join(tmpdir(), 'vitrine-packs-'));
  await mkdir(path.join(root, 'unfinished'));
  return root;
};

/** A store on the disk, and where it is. */
export const aStoreOnDisk = async (
  options: DiskStoreOptions,
  root?: string,
): Promise<{ store: LocalObjectStore; root: string }> => {
  const at = root ?? (await storeRoot());
  return { store: await openDiskStore(at, options), root: at };
};

/** Puts some bytes. */
export const put = (store: ObjectStore, key: string, content: Buffer) =>
  store.put(key, Readable.from([content]));

/** Puts as many originals, no two of them alike, and answers what is in them by their keys. */
export const putMany = async (
  store: ObjectStore,
  count: number,
  byteSize = 1_000,
  name = 'many',
): Promise<Map<string, Buffer>> => {
  const keys = Array.from({ length: count }, (_, index) => `originals/${name}-${index}`);
  const contents = new Map(keys.map((key) => [key, randomBytes(byteSize)]));
  await Promise.all(Array.from(contents, ([key, content]) => put(store, key, content)));
  return contents;
};

/** What lies there. */
export const bytesAt = async ({ pack, offset, byteSize }: ObjectPlace): Promise<Buffer> => {
  const handle = await open(pack, 'r');
  const { buffer } = await handle.read(Buffer.alloc(byteSize), 0, byteSize, offset);
  await handle.close();
  return buffer;
};
