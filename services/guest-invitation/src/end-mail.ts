import { GuestMailFailedV1, GuestMailSentV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { GuestDatabase, GuestTransaction } from './invitation-repository.ts';
import { factsOf } from './invitation-event.ts';
import type { Invitation } from './invitation.ts';
import type { MailSend } from './mail-repository.ts';
import { saveChanges } from './save-change.ts';

type Database = Pick<GuestDatabase, 'inTransaction'>;
type Ended = Pick<MailSend, 'id' | 'invitationId' | 'kind'>;

/**
 * The mail has come to its end: handed over, or not to be tried again for the reason given. Of the invitation itself it
 * is told, once; the owner of the share gets a mail of it, too, where an id for that is handed in.
 */
export const endMail = (
  database: Database,
  mail: Ended,
  reason: string | null,
  toOwnerId: string | null = null,
): Promise<void> =>
  database.inTransaction(async (transaction) => {
    const before = await transaction.invitations.locked(mail.invitationId);
    const isNews = await transaction.mails.end(mail.id, reason === null ? 'sent' : 'failed', reason);
    if (before === null || !isNews || mail.kind !== 'invitation') return;
    await tell(transaction, before, { reason, toOwnerId });
  });

/** The mail had been handed over, and came back. What was sent since in its place is not touched by it. */
export const endReturnedMail = (
  database: Database,
  mail: Ended,
  { reason, toOwnerId }: { reason: string; toOwnerId: string },
): Promise<void> =>
  database.inTransaction(async (transaction) => {
    const { invitations, mails } = transaction;
    const before = await invitations.locked(mail.invitationId);
    const isNews = await mails.endReturned(mail.id, reason);
    if (before === null || !isNews || mail.kind !== 'invitation') return;
    const newest = (await mails.newestOf([mail.invitationId])).get(mail.invitationId);
    if (newest?.id === mail.id) await tell(transaction, before, { reason, toOwnerId });
  });

const tell = async (
  transaction: GuestTransaction,
  before: Invitation,
  { reason, toOwnerId }: { reason: string | null; toOwnerId: string | null },
): Promise<void> => {
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
};
