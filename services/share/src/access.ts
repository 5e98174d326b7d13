import type { Actor, GuestActor, LiveInvitation, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';
import { AS_SHARE, type ShareClients } from './clients.ts';
import type { Share } from './share.ts';

/** What somebody is to a share. */
export type Access =
  | { readonly role: 'owner' | 'administrator'; readonly invitation: null }
  | { readonly role: 'guest'; readonly invitation: z.infer<typeof LiveInvitation> };

/** To manage a share is for its owner and administrators; to see it, for its live guests as well. */
export type Purpose = 'manage' | 'see';

export interface AccessDeps {
  readonly clients: Pick<ShareClients, 'guest'>;
  /** Whether the shares feature is on for an account, as far as we heard. */
  readonly hasShares: (accountId: string) => Promise<boolean>;
  readonly findShare: (id: string) => Promise<Share | null>;
}

/** A share that was asked for, and what the one who asks is to it. */
export interface ReachedShare {
  readonly share: Share;
  readonly access: Access;
}
export type ReachShare = (id: string, actor: Actor, purpose: Purpose) => Promise<ReachedShare>;

/** Finds a share for somebody; throws as {@link accessTo} does where it is not theirs. */
export const reachShare =
  (deps: AccessDeps): ReachShare =>
  async (id, actor, purpose) => {
    const share = await deps.findShare(id);
    const access = await accessTo(deps, share, actor, purpose);
    if (share === null) throw new AppError('not-found');
    return { share, access };
  };

/**
 * The one place that decides who is what to a share; every route asks it, at each request.
 * @throws AppError `not-found` for a user, whether the share is another's or there is none; `link-not-valid` for a
 * guest; `shares-not-enabled` where the account of a user is without shares; what the guests' service answers when it
 * cannot tell
 */
export const accessTo = async (
  deps: Omit<AccessDeps, 'findShare'>,
  share: Share | null,
  actor: Actor,
  purpose: Purpose,
): Promise<Access> => {
  if (actor.kind === 'guest') return guestAccess(deps, share, actor, purpose);
  if (actor.kind === 'user') return userAccess(deps, share, actor, purpose);
  throw new AppError(actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed');
};

/** The feature is for accounts that have it. @throws AppError `shares-not-enabled` */
export const demandShares = (actor: UserActor): void => {
  if (!actor.sharesEnabled) throw new AppError('shares-not-enabled');
};

/** Which assets of a share somebody learns of (product.md, rule 9). */
export const extentOf = (access: Access): 'all' | 'takeable' =>
  access.role === 'guest' ? 'takeable' : 'all';

/** Whether guests see a share at all: it is switched on, and so is the feature of its account (rule 12). */
export const isOpen = async (deps: Pick<AccessDeps, 'hasShares'>, share: Share): Promise<boolean> =>
  share.enabled && (await deps.hasShares(share.accountId));

const userAccess = async (
  deps: Omit<AccessDeps, 'findShare'>,
  share: Share | null,
  actor: UserActor,
  purpose: Purpose,
): Promise<Access> => {
  demandShares(actor);
  if (share?.accountId !== actor.accountId) throw new AppError('not-found');
  if (share.ownerId === actor.userId) return { role: 'owner', invitation: null };
  if (actor.isAdministrator) return { role: 'administrator', invitation: null };
  if (purpose === 'manage' || !(await isOpen(deps, share))) throw new AppError('not-found');
  const query = { userId: actor.userId, shareId: share.id };
  const { invitation } = await deps.clients.guest.ofUser(query, AS_SHARE);
  if (invitation?.shareId !== share.id || invitation.userId !== actor.userId) throw new AppError('not-found');
  return { role: 'guest', invitation };
};

const guestAccess = async (
  deps: Omit<AccessDeps, 'findShare'>,
  share: Share | null,
  { invitationId, shareId, secretVersion }: GuestActor,
  purpose: Purpose,
): Promise<Access> => {
  const isTheirs = share?.id === shareId && purpose === 'see';
  if (!isTheirs || !(await isOpen(deps, share))) throw new AppError('link-not-valid');
  const invitation = await deps.clients.guest.live({ invitationId, secretVersion }, AS_SHARE);
  if (invitation.shareId !== share.id) throw new AppError('link-not-valid');
  return { role: 'guest', invitation };
};
