import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories } from '../asset-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories'>;
  store: ObjectStore;
}

const BATCH = 100;

/** Deletes the objects of removed assets, and of uploads that a crash cut off. What fails is due again next time. */
export const deleteObjects =
  ({ database: { repositories }, store }: Deps) =>
  async (): Promise<void> => {
    const { objectsToDelete } = repositories;
    for (;;) {
      const objectKeys = await objectsToDelete.claimDue(BATCH);
      for (const objectKey of objectKeys) await store.delete(objectKey);
      await objectsToDelete.forget(objectKeys);
      if (objectKeys.length < BATCH) return;
    }
  };
