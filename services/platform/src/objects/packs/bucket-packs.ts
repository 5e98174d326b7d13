import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Log } from '../../log/log.ts';
import { sayRepeatedFailure } from '../../log/repeated-failure.ts';
import { ObjectMissing, type ObjectStore } from '../port.ts';
import { PackDamaged, type PackIndex, createPackIndex, readIndex } from './pack-format.ts';
import { type ObjectPlace, createPackRegistry } from './pack-registry.ts';

/** Which packs lie in a bucket, as a process knows it that reads from them. */
export interface BucketPacks {
  placeOf: (key: string) => ObjectPlace | null;
  /** For who could not read a pack: its objects lie nowhere until it is looked again. */
  distrust: (pack: string) => void;
  /** Looks which packs there are. */
  look: () => Promise<void>;
  start: () => void;
  stop: () => Promise<void>;
}

/** Keys of packs begin so. */
export const PACK_PREFIX = 'packs/';

const LOOK_MS = 30_000;

/**
 * The packs of a bucket, looked for again and again. Who knows a pack that was removed meanwhile asks in vain, and then
 * for the objects themselves; who does not know a new one yet asks for those as well.
 */
export const openBucketPacks = (
  store: Pick<ObjectStore, 'get' | 'stat' | 'list'>,
  { log, lookMs = LOOK_MS }: { log: Log; lookMs?: number },
): BucketPacks => {
  const registry = createPackRegistry();
  const outcome = sayRepeatedFailure(log, 'packs of small objects could not be looked for', {});
  let looking = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const there = new Set<string>();
    for await (const pack of store.list(PACK_PREFIX)) there.add(pack);
    const known = new Set(registry.packs());
    for (const pack of known.difference(there)) registry.drop(pack);
    const failures: unknown[] = [];
    for (const pack of there.difference(known)) {
      // One that cannot be read keeps nobody from the others.
      const index = await readPackObject(store, pack).catch((error: unknown) => void failures.push(error));
      if (index) registry.add(pack, index);
    }
    if (failures.length > 0) throw failures[0];
  };
  const lookAndSay = (): Promise<void> => look().then(outcome.succeeded, outcome.failed);
  return {
    placeOf: registry.placeOf,
    distrust: (pack) => void registry.drop(pack),
    look,
    start: () => {
      looking = lookAndSay();
      timer = setInterval(() => {
        looking = looking.then(lookAndSay);
      }, lookMs).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
};

/** Null for one that went away meanwhile, or is none. */
const readPackObject = async (
  store: Pick<ObjectStore, 'get' | 'stat'>,
  pack: string,
): Promise<PackIndex | null> => {
  try {
    const { byteSize, etag } = (await store.stat(pack)) ?? {};
    if (byteSize === undefined || etag === undefined) return null;
    return await readIndex(byteSize, async (from, length) =>
      buffer(await store.get(pack, { range: { from, to: from + length - 1 }, ifMatch: etag })),
    );
  } catch (error) {
    if (error instanceof ObjectMissing || error instanceof PackDamaged) return null;
    throw error;
  }
};

/** Objects that are read at a time while they are packed. */
const READ_AT_ONCE = 8;

/** How a pack is put. */
export interface PackingOptions {
  /** What the CRC-32 of the objects were when they came: who is another by now is left out. */
  sums?: ReadonlyMap<string, number>;
  signal?: AbortSignal;
}

/** Writes a pack of these objects, in this order; one that is missing is left out. */
export const putPack = async (
  store: Pick<ObjectStore, 'get' | 'put'>,
  pack: string,
  keys: readonly string[],
  { sums, ...ending }: PackingOptions = {},
): Promise<void> => {
  const index = createPackIndex();
  const contents = async function* (): AsyncGenerator<Buffer> {
    for (let at = 0; at < keys.length; at += READ_AT_ONCE) {
      const some = keys.slice(at, at + READ_AT_ONCE);
      const read = await Promise.all(some.map((key) => contentOf(store, key)));
      for (const [place, content] of read.entries()) {
        const key = some[place] ?? '';
        if (content === null || (sums !== undefined && sums.get(key) !== crc32(content))) continue;
        index.add(key, content);
        yield content;
      }
    }
    yield index.end();
  };
  await store.put(pack, Readable.from(contents(), { objectMode: false }), ending);
};

/** Null for what is not there. */
export const contentOf = async (store: Pick<ObjectStore, 'get'>, key: string): Promise<Buffer | null> => {
  try {
    return await buffer(await store.get(key));
  } catch (error) {
    if (error instanceof ObjectMissing) return null;
    throw error;
  }
};
