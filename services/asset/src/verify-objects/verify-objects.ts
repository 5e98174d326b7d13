import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { ObjectMissing, type ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { Asset, Rendition } from '../asset.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { pictureTag } from '../picture-tag.ts';
import { inParallel } from './in-parallel.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore;
}

/** An object that is not what was written down of it when it came. */
export interface ObjectFault {
  assetId: string;
  /** As people know the file; for a picture, that of its asset. */
  fileName: string;
  objectKey: string;
  fault: 'missing' | 'size' | 'checksum' | 'unreadable';
  detail?: string;
}

export interface VerifyOptions {
  signal?: AbortSignal;
  /** Objects that are read at a time. */
  concurrency?: number;
  /** After each object; for a line that moves. */
  onChecked?: (checked: { objectCount: number; byteSize: number }) => void;
}

/** What the whole store is like. */
export interface Verification {
  objectCount: number;
  byteSize: number;
  faults: ObjectFault[];
}

type Fault = Pick<ObjectFault, 'fault' | 'detail'>;

interface WrittenDown extends Omit<ObjectFault, 'fault' | 'detail'> {
  byteSize: number;
  isSame: (facts: { sha256: string; crc32: number }) => boolean;
}

const PAGE = 500;
const CONCURRENCY = 4;

/**
 * Reads every object once and holds its size and checksums against what was written down of it. What was removed
 * meanwhile is no fault. Rejects where the database does not answer; a store that does not is a fault per object.
 */
export const verifyObjects =
  ({ database: { repositories }, store }: Deps) =>
  async ({ signal, concurrency = CONCURRENCY, onChecked }: VerifyOptions = {}): Promise<Verification> => {
    const found: Verification = { objectCount: 0, byteSize: 0, faults: [] };
    const check = async (object: WrittenDown): Promise<void> => {
      const fault = await faultOf(store, object, signal);
      signal?.throwIfAborted();
      if (fault !== null && !(await isThere(repositories, object.assetId))) return;
      found.objectCount += 1;
      found.byteSize += object.byteSize;
      const { assetId, fileName, objectKey } = object;
      if (fault !== null) found.faults.push({ assetId, fileName, objectKey, ...fault });
      onChecked?.({ objectCount: found.objectCount, byteSize: found.byteSize });
    };
    await inParallel(writtenDown(repositories), concurrency, check);
    return found;
  };

const writtenDown = async function* ({
  assets,
  renditions,
}: AssetRepositories): AsyncGenerator<WrittenDown, undefined> {
  for (let after: string | null = null; ;) {
    const page: Asset[] = await assets.pageById(after, PAGE);
    const pictures = Map.groupBy(
      await renditions.ofAssets(page.map(({ id }) => id)),
      ({ assetId }) => assetId,
    );
    for (const asset of page) {
      yield originalOf(asset);
      for (const picture of pictures.get(asset.id) ?? []) yield pictureOf(asset, picture);
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return;
  }
};

const originalOf = ({ id, fileName, objectKey, byteSize, sha256, crc32 }: Asset): WrittenDown => ({
  ...{ assetId: id, fileName, objectKey, byteSize },
  isSame: (facts) => facts.sha256 === sha256 && facts.crc32 === crc32,
});

const pictureOf = ({ id, fileName }: Asset, { objectKey, byteSize, etag }: Rendition): WrittenDown => ({
  ...{ assetId: id, fileName, objectKey, byteSize },
  isSame: (facts) => pictureTag(Buffer.from(facts.sha256, 'hex')) === etag,
});

const faultOf = async (
  store: ObjectStore,
  { objectKey, byteSize, isSame }: WrittenDown,
  signal: AbortSignal | undefined,
): Promise<Fault | null> => {
  try {
    const content = await store.get(objectKey, signal === undefined ? {} : { signal });
    const read = await sumsOf(content);
    if (read.byteSize !== byteSize)
      return { fault: 'size', detail: `${read.byteSize} bytes instead of ${byteSize}` };
    return isSame(read) ? null : { fault: 'checksum' };
  } catch (error) {
    if (error instanceof ObjectMissing) return { fault: 'missing' };
    return { fault: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
};

const sumsOf = async (content: AsyncIterable<Buffer>) => {
  const hash = createHash('sha256');
  const sums = { byteSize: 0, crc32: 0 };
  for await (const chunk of content) {
    hash.update(chunk);
    sums.crc32 = crc32(chunk, sums.crc32);
    sums.byteSize += chunk.length;
  }
  return { ...sums, sha256: hash.digest('hex') };
};

const isThere = async ({ assets }: AssetRepositories, assetId: string): Promise<boolean> =>
  (await assets.byId(assetId)) !== null;
