import { GuestForgottenV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { Change, Invitation } from '../invitation.ts';

/**
 * Removes what names a guest whose invitation is over. Nobody could be invited again by what is left, and so it is no
 * guest of the share any more.
 */
export const forget = (before: Invitation, now: Date): Change => {
  const invitation: Invitation = {
    ...before,
    version: before.version + 1,
    email: '',
    name: null,
    message: null,
    removedAt: before.removedAt ?? now,
    linkRequestedAt: null,
    forgottenAt: now,
  };
  const { id: invitationId, shareId, accountId, version } = invitation;
  const data = { invitationId, shareId, accountId, version };
  return { invitation, events: [newEvent(GuestForgottenV1, { subject: invitationId, data })] };
};
