import type { Actor, HoldingShare, ShareFacts } from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';
import { type ReachShare, isOpen } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { domainsOfShare } from '../domains-of-share.ts';
import type { ShareDatabase } from '../share-repository.ts';
import type { Share } from '../share.ts';

type Facts = z.infer<typeof ShareFacts>;
type Repositories = ShareDatabase['repositories'];

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly reach: ReachShare;
}

/** Tells another service what a share is. */
export const tellFacts =
  ({ database: { repositories } }: Pick<Deps, 'database'>) =>
  async ({ shareId }: { shareId: string }, actor: Actor): Promise<Facts> => {
    serviceOf(actor);
    const share = await repositories.shares.byId(shareId);
    if (share === null) throw new AppError('not-found');
    return factsOf(repositories, share);
  };

/** The same for the user who acts, if that user may manage the share. */
export const tellManager =
  ({ database: { repositories }, reach }: Deps) =>
  async ({ shareId }: { shareId: string }, actor: Actor): Promise<Facts> => {
    const { share } = await reach(shareId, userOf(actor), 'manage');
    return factsOf(repositories, share);
  };

/** Whose policies concern a share, beside that of its account. */
export const tellDomains =
  ({ database, clients }: { database: ShareDatabase; clients: Pick<ShareClients, 'asset'> }) =>
  async ({ shareId }: { shareId: string }, actor: Actor): Promise<{ domainIds: string[] }> => {
    serviceOf(actor);
    if ((await database.repositories.shares.byId(shareId)) === null) throw new AppError('not-found');
    return { domainIds: await domainsOfShare(database, clients, shareId) };
  };

/** Whether a user owns a share, so that Shares stands in the navigation. */
export const tellOwnsAny =
  ({ database: { repositories } }: Pick<Deps, 'database'>) =>
  async ({ userId }: { userId: string }, actor: Actor): Promise<{ ownsAny: boolean }> => {
    serviceOf(actor);
    return { ownsAny: await repositories.shares.ownsAny(userId) };
  };

/** Which shares hold an asset, so that those are told who look at them. */
export const tellHolding =
  ({ database: { repositories } }: Pick<Deps, 'database'>) =>
  async ({ assetIds }: { assetIds: string[] }, actor: Actor): Promise<{ shares: HoldingShare[] }> => {
    serviceOf(actor);
    return { shares: await repositories.shares.holding(assetIds) };
  };

const factsOf = async ({ accounts, shareAssets }: Repositories, share: Share): Promise<Facts> => ({
  shareId: share.id,
  accountId: share.accountId,
  ownerId: share.ownerId,
  ownerName: share.ownerName,
  ownerEmail: share.ownerEmail,
  title: share.title,
  description: share.description,
  assetCount: await shareAssets.count(share.id),
  isOpen: await isOpen(accounts, share),
  invitationMessage: share.invitationMessage,
  guestsNamedAt: share.guestsNamedAt?.toISOString() ?? null,
  codeRequired: share.codeRequired,
});
