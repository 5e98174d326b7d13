import type { GuestTransaction } from './invitation-repository.ts';
import type { Change } from './invitation.ts';

/** Keeps what became of an invitation and tells it. */
export const saveChange = async (
  { invitations, outbox }: Pick<GuestTransaction, 'invitations' | 'outbox'>,
  { invitation, events }: Change,
): Promise<void> => {
  if (events.length === 0) return;
  await invitations.save(invitation);
  await outbox.add(events);
};

/** Keeps the end of an invitation: its links are dead and no mail of it goes out any more. */
export const saveRemoval = async (transaction: GuestTransaction, change: Change): Promise<void> => {
  await endLinks(transaction, change.invitation.id);
  await saveChange(transaction, change);
};

/** Keeps a renewal: the old links are dead and one new mail waits. */
export const saveRenewal = async (
  transaction: GuestTransaction,
  change: Change,
  mailId: string,
): Promise<void> => {
  await endLinks(transaction, change.invitation.id);
  await saveChange(transaction, change);
  await transaction.mails.add({ id: mailId, invitationId: change.invitation.id });
};

const endLinks = async ({ links, mails }: GuestTransaction, invitationId: string): Promise<void> => {
  await links.endAllOf(invitationId);
  await mails.endAllOf(invitationId, 'The invitation ended before its mail was sent.');
};
