import type { Actor, ExcludedAsset } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { inSlices } from '@vitrine/platform/schedule/slices.ts';
import type { ReachShare } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { domainsThatCount, isTheirs, withDomains } from '../domains-that-count.ts';
import { sifting } from '../known-asset.ts';
import type { ShareDatabase } from '../share-repository.ts';

interface Deps {
  readonly database: ShareDatabase;
  readonly clients: Pick<ShareClients, 'asset'>;
  readonly reach: ReachShare;
}

interface Takeable {
  readonly assetIds: string[];
  readonly excluded: ExcludedAsset[];
  readonly title: string;
  readonly invitationId: string | null;
  readonly accountId: string;
  readonly downloadsMax: number | null;
  readonly actorName: string;
}

/**
 * Decides what somebody may take through a share, at this instant. One id that is not in the share refuses the whole
 * request: a set of ids is the only membership there is.
 */
export const decideTakeable =
  ({ reach, ...deps }: Deps) =>
  async (request: { shareId: string; assetIds: readonly string[] }, actor: Actor): Promise<Takeable> => {
    const { share, access } = await reach(request.shareId, actor, 'see');
    const wanted = await inSlices(distinctIds(request.assetIds));
    const { repositories } = deps.database;
    const domains = domainsThatCount(access, actor);
    const assets = await withDomains(deps, { shareId: share.id, domains }, () =>
      repositories.shareAssets.among(share.id, wanted),
    );
    if (assets.length < wanted.length) throw new AppError('not-found');
    const others = assets.filter((asset) => !isTheirs(domains, asset));
    const notTheirs = new Set(others.map(({ assetId }) => assetId));
    const now = await repositories.assets.now();
    const { shareable, excluded } = await inSlices(sifting(assets, now, { notTheirs }));
    return {
      assetIds: shareable.map(({ assetId }) => assetId),
      excluded: [...excluded],
      title: share.title,
      invitationId: access.invitation?.invitationId ?? null,
      accountId: share.accountId,
      downloadsMax: access.invitation && share.downloadsMax,
      actorName: actor.kind === 'user' ? actor.name : (access.invitation?.email ?? ''),
    };
  };
