import { GuestMailFailedV1, GuestMailSentV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { GuestDatabase } from '../invitation-repository.ts';
import { factsOf } from '../invitation.ts';
import type { MailSend } from '../mail-repository.ts';
import { saveChanges } from '../save-change.ts';

/**
 * The mail has come to its end: handed over, or not to be tried again for the reason given. Of the invitation itself it
 * is told, once; the owner of the share gets a mail of it, too, where an id for that is handed in.
 */
export const endMail = (
  database: Pick<GuestDatabase, 'inTransaction'>,
  mail: MailSend,
  reason: string | null,
  toOwnerId: string | null = null,
): Promise<void> =>
  database.inTransaction(async (transaction) => {
    const before = await transaction.invitations.locked(mail.invitationId);
    const isNews = await transaction.mails.end(mail.id, reason === null ? 'sent' : 'failed', reason);
    if (before === null || !isNews || mail.kind !== 'invitation') return;
    const invitation = { ...before, version: before.version + 1 };
    const facts = factsOf(invitation, null);
    const event =
      reason === null
        ? newEvent(GuestMailSentV1, { subject: invitation.id, data: facts })
        : newEvent(GuestMailFailedV1, { subject: invitation.id, data: { ...facts, reason } });
    await saveChanges(transaction, [{ invitation, events: [event] }]);
    if (toOwnerId === null) return;
    const { id, shareId } = invitation;
    await transaction.mails.tellOwner({ id: toOwnerId, shareId, kind: 'delivery-failed', about: [id] });
  });
