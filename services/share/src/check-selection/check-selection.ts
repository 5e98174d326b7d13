import type { ExcludedAsset, SharePolicy, UserActor } from '@vitrine/contracts';
import { type ReachShare, demandShares } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { distinctIds, knownFrom } from '../fresh-facts.ts';
import { domainsOfShare } from '../domains-of-share.ts';
import { type OfShare, sift } from '../known-asset.ts';
import { assetsNotForGuests, domainsAmong, policiesOf, policyWith } from '../policies.ts';
import type { ShareDatabase } from '../share-repository.ts';
import type { Share } from '../share.ts';

interface Deps {
  readonly database: ShareDatabase;
  readonly clients: Pick<ShareClients, 'asset' | 'identity' | 'guest'>;
  readonly reach: ReachShare;
}

interface Selection {
  readonly assetIds: readonly string[];
  readonly shareId?: string | undefined;
}

/** Tells what of a selection can be shared, or added to a share, and what policy holds then; changes nothing. */
export const checkSelection =
  (deps: Deps) =>
  async (
    selection: Selection,
    actor: UserActor,
  ): Promise<{ shareable: string[]; excluded: ExcludedAsset[]; policy: SharePolicy }> => {
    const { database, clients, reach } = deps;
    demandShares(actor);
    const assetIds = distinctIds(selection.assetIds);
    const share =
      selection.shareId === undefined ? null : (await reach(selection.shareId, actor, 'manage')).share;
    const { assets: facts } = await clients.asset.visibleTo({ assetIds }, { context: { actor } });
    const held = share === null ? [] : await domainsOfShare(database, clients, share.id);
    const policies = await policiesOf(clients, actor.accountId, [...held, ...domainsAmong(facts)]);
    const ofShare = share === null ? undefined : await factsOfShare(deps, share, { facts, policies });
    const now = await database.repositories.assets.now();
    const { shareable, excluded } = sift(facts.map(knownFrom), now, ofShare);
    const shared = new Set(shareable.map(({ assetId }) => assetId));
    const added = domainsAmong(facts.filter(({ assetId }) => shared.has(assetId)));
    return {
      shareable: [...shared],
      excluded: [...excluded],
      policy: policyWith(policies, [...held, ...added]),
    };
  };

const factsOfShare = async (
  { database: { repositories }, clients }: Deps,
  share: Share,
  selection: Parameters<typeof assetsNotForGuests>[2],
): Promise<OfShare> => ({
  alreadyIn: await repositories.shareAssets.idsAmong(
    share.id,
    selection.facts.map(({ assetId }) => assetId),
  ),
  notForGuests: await assetsNotForGuests(clients, share, selection),
});
