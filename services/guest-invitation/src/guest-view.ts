import type { GuestView } from '@vitrine/contracts';
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

/** Active guests as they were invited, expired ones below them, the last to expire first. */
export const inOrder = (invitations: readonly Invitation[], now: Date): Invitation[] => {
  const active = invitations.filter((each) => !isExpired(each, now));
  const expired = invitations.filter((each) => isExpired(each, now));
  return [...active, ...expired.sort((one, other) => other.expiresAt.getTime() - one.expiresAt.getTime())];
};
