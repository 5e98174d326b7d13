import type { Actor, LiveInvitation } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GuestDeps } from '../deps.ts';
import type { GuestCount } from '../invitation-repository.ts';
import { isExpired } from '../invitation.ts';
import type { LiveRow } from '../live-row.ts';

type Deps = { readonly repositories: GuestDeps['database']['repositories'] };

/** Whether a guest's invitation lives, with the secret that opened the session. @throws AppError `link-not-valid` */
export const tellLive =
  ({ repositories }: Deps) =>
  async (asked: { invitationId: string; secretVersion: number }, actor: Actor): Promise<LiveInvitation> => {
    serviceOf(actor);
    const invitation = await repositories.invitations.byId(asked.invitationId);
    const now = await repositories.databaseNow();
    if (invitation?.secretVersion !== asked.secretVersion || isExpired(invitation, now))
      throw new AppError('link-not-valid');
    return live(invitation);
  };

/** The live invitation of an internal guest to a share. */
export const tellOfUser =
  ({ repositories }: Deps) =>
  async (
    { userId, shareId }: { userId: string; shareId: string },
    actor: Actor,
  ): Promise<{ invitation: LiveInvitation | null }> => {
    serviceOf(actor);
    const invitation = await repositories.invitations.ofUserToShare(userId, shareId);
    const now = await repositories.databaseNow();
    return { invitation: invitation === null || isExpired(invitation, now) ? null : live(invitation) };
  };

/** All live invitations of an internal guest. */
export const tellAllOfUser =
  ({ repositories }: Deps) =>
  async ({ userId }: { userId: string }, actor: Actor): Promise<{ invitations: LiveInvitation[] }> => {
    serviceOf(actor);
    return { invitations: (await repositories.invitations.liveOfUser(userId)).map(live) };
  };

/** How many guests of each share have an invitation that lives. */
export const tellGuestCounts =
  ({ repositories }: Deps) =>
  async ({ shareIds }: { shareIds: string[] }, actor: Actor): Promise<{ shares: GuestCount[] }> => {
    serviceOf(actor);
    return { shares: await repositories.invitations.liveCounts(shareIds) };
  };

/** Whether somebody was ever invited: each page asks, also of those who have thousands of invitations. */
export const tellWasEverInvited =
  ({ repositories }: Deps) =>
  async ({ userId }: { userId: string }, actor: Actor): Promise<{ wasEverInvited: boolean }> => {
    serviceOf(actor);
    return { wasEverInvited: await repositories.invitations.wasEverInvited(userId) };
  };

const live = ({
  id,
  shareId,
  email,
  userId,
  expiresAt,
  downloadsBegun,
  openedAt,
}: LiveRow): LiveInvitation => ({
  invitationId: id,
  shareId,
  email,
  userId,
  expiresAt: expiresAt.toISOString(),
  downloadsBegun,
  isOpened: openedAt !== null,
});
