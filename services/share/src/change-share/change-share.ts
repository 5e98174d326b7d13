import type { ShareView, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { demandMatch } from '@vitrine/platform/http/entity-tag.ts';
import type { ReachShare } from '../access.ts';
import { domainsThatCount } from '../domains-that-count.ts';
import { keepDecision } from '../keep-decision.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { viewOfShare } from '../share-view.ts';
import { changeShare as decideChange } from '../share.ts';

interface Deps {
  readonly database: ShareDatabase;
  readonly reach: ReachShare;
}

interface ChangeShare {
  readonly id: string;
  /** The versions that this is a change of; of whichever there is, where it does not say. */
  readonly ifMatch?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly codeRequired?: boolean | undefined;
  readonly downloadsMax?: number | null | undefined;
}

/** Renames, describes, enables or disables a share, or changes what it asks of its guests. */
export const changeShare =
  ({ database, reach }: Deps) =>
  async ({ id, ifMatch, ...changes }: ChangeShare, actor: UserActor): Promise<ShareView> => {
    const { access } = await reach(id, actor, 'manage');
    const changed = await database.inTransaction(async (tx) => {
      if (await tx.users.isDisabled(actor.userId)) throw new AppError('not-signed-in');
      const share = await tx.shares.locked(id);
      if (share === null) throw new AppError('not-found');
      demandMatch(ifMatch, share.version);
      const decision = decideChange(share, changes, { by: actor, now: await tx.assets.now() });
      await keepDecision(tx, decision);
      return decision.share;
    });
    const [summary] = await database.repositories.shareAssets.summaries(
      [id],
      'all',
      domainsThatCount(access, actor),
    );
    return viewOfShare(changed, summary, access);
  };
