import type { Database } from '@vitrine/platform/database/open-database.ts';
import { PACK_PREFIX, contentOf } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import {
  type PackShelf,
  type PackVerification,
  verifyPacks as verifyAll,
} from '@vitrine/platform/objects/packs/verify-packs.ts';
import type { LocalObjectStore, ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories } from '../asset-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories' | 'inTransaction'>;
  store: ObjectStore;
}

/** Reads all packs, and removes those that hold what is not as it was or as it came. */
export const verifyPacks = (deps: Deps) => (): Promise<PackVerification> => {
  const { store } = deps;
  const { sumsOf } = deps.database.repositories.packs;
  return isLocal(store) ? store.packs.verify(sumsOf) : verifyAll(shelfOf(deps), sumsOf);
};

const isLocal = (store: ObjectStore): store is LocalObjectStore => 'packs' in store;

const shelfOf = ({ database: { inTransaction }, store }: Deps): PackShelf => ({
  all: () => store.list(PACK_PREFIX),
  read: (packKey) => contentOf(store, packKey),
  remove: async (packKey) => {
    await inTransaction(async ({ packs, objectsToDelete }) => {
      await packs.remove([packKey]);
      await objectsToDelete.add([packKey], 0);
    });
    await store.delete(packKey);
  },
});
