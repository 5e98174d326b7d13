import type { UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { demandMatch } from '@vitrine/platform/http/entity-tag.ts';
import type { ReachShare } from '../access.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { deleteShare as decideDeletion } from '../share.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'inTransaction'>;
  readonly reach: ReachShare;
}

/** Deletes a share for good; its assets stay where they are. */
export const deleteShare =
  ({ database, reach }: Deps) =>
  async ({ id, ifMatch }: { id: string; ifMatch?: string | undefined }, actor: UserActor): Promise<void> => {
    await reach(id, actor, 'manage');
    await database.inTransaction(async ({ shares, shareAssets, assets, outbox }) => {
      const share = await shares.locked(id);
      if (share === null) throw new AppError('not-found');
      demandMatch(ifMatch, share.version);
      const { share: deleted, events } = decideDeletion(share, { by: actor, now: await assets.now() });
      await shareAssets.clear(id);
      await shares.end(deleted);
      await outbox.add(events);
    });
  };
