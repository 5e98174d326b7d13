import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories } from '../asset-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories' | 'inTransaction'>;
  store: ObjectStore;
}

const BATCH = 100;

/**
 * Deletes the objects of removed assets, and of uploads that a crash cut off; and before them the packs that hold copies
 * of them. What fails is due again next time.
 */
export const deleteObjects =
  ({ database: { repositories, inTransaction }, store }: Deps) =>
  async (): Promise<void> => {
    const { objectsToDelete } = repositories;
    for (;;) {
      const objectKeys = await objectsToDelete.claimDue(BATCH);
      const packKeys = await inTransaction(async (ports) => {
        const removed = await ports.packs.removeWith(objectKeys);
        await ports.objectsToDelete.add(removed, 0);
        return removed;
      });
      const keys = [...packKeys, ...objectKeys];
      for (const key of keys) await store.delete(key);
      await objectsToDelete.forget(keys);
      if (objectKeys.length < BATCH) return;
    }
  };
