import * as z from 'zod';
import { defineEvent } from './define-event.ts';

/** What every event of an invitation says of it. Never its secret. */
const guest = z.object({
  invitationId: z.uuid(),
  shareId: z.uuid(),
  accountId: z.uuid(),
  /** Grows with each change of the invitation: older versions are ignored. */
  version: z.int(),
  kind: z.enum(['internal', 'external']),
  /** The internal guest's user; null for an external one. */
  userId: z.uuid().nullable(),
  email: z.string(),
  expiresAt: z.iso.datetime(),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
});

export const GuestInvitedV1 = defineEvent({
  type: 'guest.invited.v1',
  producer: 'guest-invitation',
  summary: 'A guest was invited to a share; the mail is on its way.',
  data: guest,
});

export const GuestRenewedV1 = defineEvent({
  type: 'guest.renewed.v1',
  producer: 'guest-invitation',
  summary: 'A guest got a new link with a new end; the old link stays dead.',
  data: guest,
});

export const GuestResentV1 = defineEvent({
  type: 'guest.resent.v1',
  producer: 'guest-invitation',
  summary: 'The invitation is sent again: a new link with the same end, and the one before is dead.',
  data: guest,
});

export const GuestLinkMadeV1 = defineEvent({
  type: 'guest.link-made.v1',
  producer: 'guest-invitation',
  summary:
    'Who manages the share was given one more link of the guest, with the same end; those before go on.',
  data: guest,
});

export const GuestRemovedV1 = defineEvent({
  type: 'guest.removed.v1',
  producer: 'guest-invitation',
  summary: 'A guest was removed from a share: the link and its sessions are dead.',
  data: guest,
});

export const GuestExpiredV1 = defineEvent({
  type: 'guest.expired.v1',
  producer: 'guest-invitation',
  summary: "A guest's link came to its end.",
  data: guest,
});

export const GuestOpenedV1 = defineEvent({
  type: 'guest.opened.v1',
  producer: 'guest-invitation',
  summary: 'A guest opened the share for the first time in a browser.',
  data: guest,
});

export const GuestLinkRequestedV1 = defineEvent({
  type: 'guest.link-requested.v1',
  producer: 'guest-invitation',
  summary: 'A guest whose link opens nothing asked for a new one; the owner of the share gets a mail.',
  data: guest,
});

export const GuestMailSentV1 = defineEvent({
  type: 'guest.mail-sent.v1',
  producer: 'guest-invitation',
  summary: 'The invitation was handed over to the mail server.',
  data: guest,
});

export const GuestMailFailedV1 = defineEvent({
  type: 'guest.mail-failed.v1',
  producer: 'guest-invitation',
  summary: 'The invitation could not be handed over and is not tried again.',
  data: guest.extend({ reason: z.string() }),
});

export const GuestForgottenV1 = defineEvent({
  type: 'guest.forgotten.v1',
  producer: 'guest-invitation',
  summary:
    'What named an external guest whose invitation was over was removed; whoever keeps it removes it as well.',
  data: guest.pick({ invitationId: true, shareId: true, accountId: true, version: true }),
});
