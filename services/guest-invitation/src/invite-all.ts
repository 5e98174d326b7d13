import { GUESTS_MAX } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Named, Refusal } from './guest.ts';
import type { GuestTransaction } from './invitation-repository.ts';
import type { Invitation } from './invitation.ts';
import { type Terms, inviteNamed } from './named-guests.ts';
import { saveInvitations, saveRenewals } from './save-change.ts';

/**
 * Invites who was named, each with a mail to send, in the inviter's own language where none was chosen. Whoever else would change the guests of the share waits, its deletion
 * too.
 * @throws AppError `not-found` for a share that is gone, `too-large` for more guests than a share can have
 */
export const inviteAll = async (
  transaction: GuestTransaction,
  named: readonly Named[],
  terms: Terms & { newId: () => string },
): Promise<{ invited: Invitation[]; refused: Refusal[] }> => {
  const { invitations, deletedShares, users, databaseNow } = transaction;
  const { shareId } = terms.share;
  await invitations.lockShare(shareId);
  if (await deletedShares.has(shareId)) throw new AppError('not-found');
  const language = terms.words.language ?? (await users.languageOf(terms.by.id));
  const words = { ...terms.words, language };
  const present = await invitations.lockedOfShare(shareId);
  const outcomes = inviteNamed(named, present, { ...terms, words, now: await databaseNow() });
  const invited = outcomes.flatMap((each) => ('invited' in each ? [each.invited] : []));
  const renewed = outcomes.flatMap((each) => ('renewed' in each ? [each.renewed] : []));
  if (present.length + invited.length > GUESTS_MAX)
    throw new AppError('too-large', { guestsMax: GUESTS_MAX });
  await saveInvitations(transaction, invited, terms.newId);
  await saveRenewals(transaction, renewed, terms.newId);
  return {
    invited: outcomes.flatMap((each) => changedIn(each)),
    refused: outcomes.flatMap((each) => ('refused' in each ? [each.refused] : [])),
  };
};

const changedIn = (outcome: ReturnType<typeof inviteNamed>[number]): Invitation[] => {
  if ('refused' in outcome) return [];
  return ['invited' in outcome ? outcome.invited.invitation : outcome.renewed.invitation];
};
