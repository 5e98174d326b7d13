import type { Database } from '@vitrine/platform/database/open-database.ts';
import { PACK_PREFIX, putPack } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import {
  PACK_BYTES_MAX,
  PACK_OBJECTS_MAX,
  SMALL_OBJECT_BYTES_MAX,
} from '@vitrine/platform/objects/packs/pack-format.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import type { UnpackedObject } from '../pack-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories' | 'inTransaction'>;
  store: ObjectStore;
  newId: () => string;
  /** Fewer stay as they are. */
  packedObjectsMin?: number;
}

/** So many requests to a store take a tenth of a second or two. */
const PACKED_OBJECTS_MIN = 200;
/** Nobody packs that long: a pack that is still nobody's by then was left behind by a crash. */
const LONGEST_PACKING_SECONDS = 3_600;

/**
 * Copies small originals into packs, so that a zip of thousands of them is some dozen requests to the object store. A
 * pack of whose objects one is deleted meanwhile is deleted again, and the next turn packs what is left. What is not as it
 * came is left out: then it can be put back.
 */
export const packObjects =
  (deps: Deps) =>
  async (signal: AbortSignal): Promise<void> => {
    const { packedObjectsMin = PACKED_OBJECTS_MIN } = deps;
    const { packs, objectsToDelete } = deps.database.repositories;
    for (;;) {
      const unpacked = await packs.unpacked(SMALL_OBJECT_BYTES_MAX, PACK_OBJECTS_MAX);
      if (unpacked.length < packedObjectsMin) return;
      const packKey = PACK_PREFIX + deps.newId();
      await objectsToDelete.add([packKey], LONGEST_PACKING_SECONDS);
      try {
        if (!(await makePack(deps, packKey, portionOf(unpacked), signal))) return;
      } catch (error) {
        await objectsToDelete.makeDue(packKey).catch(() => undefined);
        throw error;
      }
    }
  };

/** Whether it is kept. */
const makePack = async (
  { database, store }: Deps,
  packKey: string,
  objects: readonly UnpackedObject[],
  signal: AbortSignal,
): Promise<boolean> => {
  const sums = new Map(objects.map(({ objectKey, crc32 }) => [objectKey, crc32]));
  const objectKeys = [...sums.keys()];
  await putPack(store, packKey, objectKeys, { sums, signal });
  return database.inTransaction(async ({ packs, objectsToDelete }) => {
    const isKept = (await objectsToDelete.keep(packKey)) && (await packs.add(packKey, objectKeys));
    // It may have been deleted before all of it was there.
    if (!isKept) await objectsToDelete.add([packKey], 0);
    return isKept;
  });
};

const portionOf = (unpacked: readonly UnpackedObject[]): UnpackedObject[] => {
  let left = PACK_BYTES_MAX;
  const end = unpacked.findIndex(({ byteSize }) => (left -= byteSize) < 0);
  return end < 0 ? [...unpacked] : unpacked.slice(0, end);
};
