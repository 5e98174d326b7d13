import { type DataOf, type EventDefinition, type GuestInvitedV1 } from '@vitrine/contracts';
import { type NewEvent, newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { Invitation, Inviter } from './invitation.ts';

type GuestEvent = EventDefinition<string, (typeof GuestInvitedV1)['data']>;

/** What every event of an invitation says of it. */
export const factsOf = (invitation: Invitation, by: Inviter | null): DataOf<typeof GuestInvitedV1> => ({
  invitationId: invitation.id,
  shareId: invitation.shareId,
  accountId: invitation.accountId,
  version: invitation.version,
  kind: invitation.kind,
  userId: invitation.userId,
  email: invitation.email,
  expiresAt: invitation.expiresAt.toISOString(),
  actorId: by?.id ?? null,
  actorName: by?.name ?? null,
});

/** An event of an invitation. */
export const eventOf = (definition: GuestEvent, invitation: Invitation, by: Inviter | null): NewEvent =>
  newEvent(definition, { subject: invitation.id, data: factsOf(invitation, by) });
