import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { AssetRepositories, AssetTransaction } from '../asset-repository.ts';

type Deps = Pick<Database<AssetRepositories>, 'inTransaction'>;

const BATCH = 100;

/** Forgets uploads of which nothing came for a day, and what was finished long ago; their pieces go with them. */
export const forgetUploads =
  ({ inTransaction }: Deps) =>
  async (): Promise<void> => {
    for (;;) {
      const count = await inTransaction(async (ports) => {
        const ids = await ports.uploads.lockEnded(BATCH);
        for (const id of ids) await forgetUpload(ports, id);
        return ids.length;
      });
      if (count < BATCH) return;
    }
  };

/** Removes an upload; its pieces are deleted soon after. */
export const forgetUpload = async (
  { uploads, objectsToDelete }: Pick<AssetTransaction, 'uploads' | 'objectsToDelete'>,
  id: string,
): Promise<void> => {
  await objectsToDelete.add(await uploads.partKeys(id), 0);
  await uploads.remove(id);
};
