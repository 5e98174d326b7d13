import { type ExcludedAsset, type SharePolicy, type UserActor, filesOfColumns } from '@vitrine/contracts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { forEach, inParts, inSlices } from '@vitrine/platform/schedule/slices.ts';
import { type ReachShare, demandShares } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { domainsOfShare } from '../domains-of-share.ts';
import { type OfShare, candidateOf, sifting } from '../known-asset.ts';
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

/** Two at a time take half as long, and a part some ms. */
const FILES_ASKED_FOR = { size: 2_000, atATime: 2 };

/** Tells what of a selection can be shared, or added to a share, and what policy holds then; changes nothing. */
export const checkSelection =
  (deps: Deps) =>
  async (
    selection: Selection,
    actor: UserActor,
  ): Promise<{ shareable: string[]; excluded: ExcludedAsset[]; policy: SharePolicy }> => {
    const { database, clients, reach } = deps;
    demandShares(actor);
    const assetIds = await inSlices(distinctIds(selection.assetIds));
    const share =
      selection.shareId === undefined ? null : (await reach(selection.shareId, actor, 'manage')).share;
    const parts = await inParts(assetIds, FILES_ASKED_FOR, async (part) => {
      const files = filesOfColumns(
        await clients.asset.visibleFiles({ assetIds: part }, { context: { actor } }),
      );
      return { files, candidates: files.map(candidateOf), domainIds: domainsAmong(files) };
    });
    const facts = parts.flatMap(({ files }) => files);
    const held = share === null ? [] : await domainsOfShare(database, clients, share.id);
    const among = parts.flatMap(({ domainIds }) => domainIds);
    const policies = await policiesOf(clients, actor.accountId, [...held, ...among]);
    const ofShare = share === null ? undefined : await factsOfShare(deps, share, { facts, policies });
    const now = await database.repositories.assets.now();
    const candidates = parts.flatMap((part) => part.candidates);
    const { shareable, excluded } = await inSlices(sifting(candidates, now, ofShare));
    const shared = new Set(shareable.map(({ assetId }) => assetId));
    const added = new Set<string>();
    const addDomain = ({ assetId, domainId }: (typeof facts)[number]): void => {
      if (shared.has(assetId)) added.add(domainId);
    };
    await inSlices(forEach(facts, addDomain));
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
