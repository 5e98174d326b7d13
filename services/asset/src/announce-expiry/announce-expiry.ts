import type { Database } from '@vitrine/platform/database/open-database.ts';
import { announceExpiry as announced } from '../asset-changes.ts';
import type { AssetRepositories } from '../asset-repository.ts';

type Deps = Pick<Database<AssetRepositories>, 'inTransaction'>;

const BATCH = 100;

/** Tells the others which assets expired. Nothing depends on it but their projections: expiry itself needs no job. */
export const announceExpiry =
  ({ inTransaction }: Deps) =>
  async (): Promise<void> => {
    for (;;) {
      const count = await inTransaction(async ({ assets, outbox }) => {
        const expired = await assets.lockExpired(BATCH);
        const now = await assets.now();
        for (const { asset, events } of expired.map((asset) => announced(asset, now))) {
          await assets.update(asset);
          await outbox.add(events);
        }
        return expired.length;
      });
      if (count < BATCH) return;
    }
  };
