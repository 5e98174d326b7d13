import type { Database } from '@vitrine/platform/database/open-database.ts';
import { PACK_PREFIX } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import type { AssetRepositories } from '../asset-repository.ts';

interface Deps {
  database: Pick<Database<AssetRepositories>, 'repositories' | 'inTransaction'>;
  store: Pick<ObjectStore, 'list' | 'stat'>;
}

/**
 * Removes packs about which the bucket and what is written down disagree, so that what is in them is packed anew: one that
 * nobody knows or that is not there, as after one of both was restored; and one that holds what is no asset's any more, as
 * after it was removed by a process of a version that knows no packs.
 */
export const checkPacks =
  ({ database: { repositories, inTransaction }, store }: Deps) =>
  async (): Promise<void> => {
    const { packs } = repositories;
    const there = new Set<string>();
    for await (const packKey of store.list(PACK_PREFIX)) there.add(packKey);
    const wrong = [...(await packs.keysWithRemoved()), ...(await packs.unknown([...there]))];
    // One that came after the list was read is there.
    for (const packKey of await packs.keys())
      if (!there.has(packKey) && (await store.stat(packKey)) === null) wrong.push(packKey);
    if (wrong.length === 0) return;
    await inTransaction(async (ports) => {
      await ports.packs.remove(wrong);
      await ports.objectsToDelete.add([...new Set(wrong)], 0);
    });
  };
