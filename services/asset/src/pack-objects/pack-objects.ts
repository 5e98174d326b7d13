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
  objectsMin?: number;
}

/** So many requests to a store take a tenth of a second or two. */
const OBJECTS_MIN = 200;
/** Nobody packs that long: a pack that is still nobody's by then was left behind by a crash. */
const LONGEST_PACKING_SECONDS = 3_600;

/**
 * Copies small originals into packs, so that a zip of thousands of them is some dozen requests to the object store. One
 * of whose objects an asset is removed meanwhile is deleted again.
 */
export const packObjects =
  ({ database, store, newId, objectsMin = OBJECTS_MIN }: Deps) =>
  async (): Promise<void> => {
    const { packs, objectsToDelete } = database.repositories;
    for (;;) {
      const unpacked = await packs.unpacked(SMALL_OBJECT_BYTES_MAX, PACK_OBJECTS_MAX);
      if (unpacked.length < objectsMin) return;
      const objectKeys = portionOf(unpacked);
      const packKey = PACK_PREFIX + newId();
      await objectsToDelete.add([packKey], LONGEST_PACKING_SECONDS);
      await putPack(store, packKey, objectKeys);
      const isKept = await database.inTransaction(
        async (ports) => (await ports.packs.add(packKey, objectKeys)) && ports.objectsToDelete.keep(packKey),
      );
      if (!isKept) await objectsToDelete.makeDue(packKey);
    }
  };

const portionOf = (unpacked: readonly UnpackedObject[]): string[] => {
  const objectKeys: string[] = [];
  let left = PACK_BYTES_MAX;
  for (const { objectKey, byteSize } of unpacked) {
    left -= byteSize;
    if (left < 0) break;
    objectKeys.push(objectKey);
  }
  return objectKeys;
};
