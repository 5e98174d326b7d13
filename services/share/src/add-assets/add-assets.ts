import type { ExcludedAsset, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { inSlices } from '@vitrine/platform/schedule/slices.ts';
import type { ReachShare } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { askFreshFacts, keepFreshFacts } from '../fresh-facts.ts';
import { keepDecision } from '../keep-decision.ts';
import { assetsNotForGuests, domainsAmong, policiesOf } from '../policies.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { addAssets as decideAddition } from '../share.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'inTransaction'>;
  readonly clients: Pick<ShareClients, 'asset' | 'identity' | 'guest'>;
  readonly reach: ReachShare;
}

interface AddAssets {
  readonly id: string;
  readonly assetIds: readonly string[];
}

/** Adds what can be shared at the end of a share, and tells what was left out and why. */
export const addAssets =
  ({ database, clients, reach }: Deps) =>
  async (request: AddAssets, actor: UserActor): Promise<{ added: string[]; excluded: ExcludedAsset[] }> => {
    const { id } = request;
    await reach(id, actor, 'manage');
    const assetIds = await inSlices(distinctIds(request.assetIds));
    const facts = await askFreshFacts(clients, assetIds, actor);
    const policies = await policiesOf(clients, actor.accountId, domainsAmong(facts));
    return database.inTransaction(async (tx) => {
      // Assets are locked before shares, here and where an asset is deleted.
      const candidates = await keepFreshFacts(tx, facts);
      const share = await tx.shares.locked(id);
      if (share === null) throw new AppError('not-found');
      const alreadyIn = await tx.shareAssets.idsAmong(id, assetIds);
      const notForGuests = await assetsNotForGuests(clients, share, { facts, policies });
      const now = await tx.assets.now();
      const assetCount = await tx.shareAssets.count(id);
      const selection = { candidates, alreadyIn, notForGuests, assetCount };
      const { added, excluded, ...decision } = decideAddition(share, selection, { by: actor, now });
      await tx.shareAssets.append(id, added, actor.userId, now);
      await keepDecision(tx, decision);
      return { added, excluded: [...excluded] };
    });
  };
