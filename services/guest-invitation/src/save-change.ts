import { MAIL_REASONS } from '@vitrine/contracts';
import type { GuestTransaction } from './invitation-repository.ts';
import type { Change } from './invitation.ts';

/** Keeps what became of invitations and tells it. What tells nothing changed nothing. */
export const saveChanges = async (
  { invitations, outbox }: Pick<GuestTransaction, 'invitations' | 'outbox'>,
  changes: readonly Change[],
): Promise<void> => {
  for (const { invitation, events } of changes) if (events.length > 0) await invitations.save(invitation);
  await outbox.add(changes.flatMap(({ events }) => events));
};

/** Keeps the end of invitations: their links are dead and no mail of them goes out any more. */
export const saveRemovals = async (
  transaction: GuestTransaction,
  changes: readonly Change[],
): Promise<void> => {
  await endLinks(transaction, changes);
  await saveChanges(transaction, changes);
};

/** Keeps renewals, and what is sent again: the old links are dead, and one new mail waits for each. */
export const saveRenewals = async (
  transaction: GuestTransaction,
  changes: readonly Change[],
  newId: () => string,
): Promise<void> => {
  await endLinks(transaction, changes);
  await saveChanges(transaction, changes);
  await queueMails(transaction, changes, newId);
};

/** Keeps new invitations, with a mail that waits for each. */
export const saveInvitations = async (
  transaction: GuestTransaction,
  changes: readonly Change[],
  newId: () => string,
): Promise<void> => {
  await transaction.invitations.addAll(changes.map(({ invitation }) => invitation));
  await transaction.outbox.add(changes.flatMap(({ events }) => events));
  await queueMails(transaction, changes, newId);
};

const idsOf = (changes: readonly Change[]): string[] => changes.map(({ invitation }) => invitation.id);

const queueMails = (
  { mails }: GuestTransaction,
  changes: readonly Change[],
  newId: () => string,
): Promise<void> =>
  mails.addAll(idsOf(changes).map((invitationId) => ({ id: newId(), invitationId, kind: 'invitation' })));

const endLinks = async (
  { links, codes, mails }: GuestTransaction,
  changes: readonly Change[],
): Promise<void> => {
  await links.endAllOf(idsOf(changes));
  await codes.endAllOf(idsOf(changes));
  await mails.endAllOf(idsOf(changes), MAIL_REASONS.ended);
};
