import type { GuestView } from '@vitrine/contracts';
import * as z from 'zod';
import { type Invitation, isExpired } from './invitation.ts';
import type { MailSend } from './mail-repository.ts';

/** A guest as the owner of the share sees one. */
export const guestView = (invitation: Invitation, mail: MailSend | undefined, now: Date): GuestView => ({
  id: invitation.id,
  kind: invitation.kind,
  userId: invitation.userId,
  email: invitation.email,
  name: invitation.name,
  state: isExpired(invitation, now) ? 'expired' : 'active',
  invitedAt: invitation.invitedAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
  mail: mail?.state ?? 'queued',
  mailError: mail?.error ?? null,
  openedAt: invitation.openedAt?.toISOString() ?? null,
  downloads: invitation.downloads,
  downloadsBegun: invitation.downloadsBegun,
  askedAt: invitation.linkRequestedAt?.toISOString() ?? null,
});

/** Where a guest stands in the list of a share. */
export const Place = z.object({ isExpired: z.boolean(), at: z.int(), id: z.uuid() });
type Place = z.infer<typeof Place>;

/** Active guests as they were invited, expired ones below them, the last to expire first. */
export const placeOf = (invitation: Invitation, now: Date): Place =>
  isExpired(invitation, now)
    ? { isExpired: true, at: -invitation.expiresAt.getTime(), id: invitation.id }
    : { isExpired: false, at: invitation.invitedAt.getTime(), id: invitation.id };

export const inOrder = (invitations: readonly Invitation[], now: Date): Invitation[] =>
  invitations
    .map((invitation) => ({ invitation, place: placeOf(invitation, now) }))
    .sort((one, other) => (isAfter(one.place, other.place) ? 1 : -1))
    .map(({ invitation }) => invitation);

export const isAfter = (one: Place, other: Place): boolean => {
  if (one.isExpired !== other.isExpired) return one.isExpired;
  return one.at === other.at ? one.id > other.id : one.at > other.at;
};

/** Those with this in their name or address, whichever the case of its letters; all of them for nothing. */
export const areLike = (invitations: readonly Invitation[], text: string): readonly Invitation[] => {
  const wanted = text.trim().toLowerCase();
  return invitations.filter(({ name, email }) => `${name ?? ''} ${email}`.toLowerCase().includes(wanted));
};
