import type { MailLanguage, OpenedInvitation, ShareFacts } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GUEST_INVITATION } from './clients.ts';
import type { GuestDeps } from './deps.ts';
import type { GuestTransaction } from './invitation-repository.ts';
import { type Invitation, isExpired, open } from './invitation.ts';
import { saveChanges } from './save-change.ts';

/** The share that an invitation is to. @throws AppError `link-not-valid` where no guest sees it, or there is none */
export const openShareOf = async (clients: GuestDeps['clients'], shareId: string): Promise<ShareFacts> => {
  const share = await clients.share.facts({ shareId }, AS_GUEST_INVITATION).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
  if (!share?.isOpen) throw new AppError('link-not-valid');
  return share;
};

/** How it is opened. */
interface Manner {
  readonly withCode: boolean;
  readonly language?: MailLanguage | undefined;
}

/**
 * Opens an invitation to a person, and tells it the first time. Kept is whether the link alone ever did, and what the
 * person reads the page in, where the page says it.
 * @throws AppError `link-not-valid` for one that is over
 */
export const openForGuest = async (
  transaction: GuestTransaction,
  before: Invitation | null,
  { withCode, language }: Manner,
): Promise<OpenedInvitation> => {
  const now = await transaction.databaseNow();
  if (before === null || isExpired(before, now)) throw new AppError('link-not-valid');
  const change = open(before, now);
  await saveChanges(transaction, [change]);
  if (!withCode && !before.isOpenedByLinkAlone)
    await transaction.invitations.noteOpenedByLinkAlone(before.id);
  if (language !== undefined) await transaction.readings.keep(before.id, language);
  const { id, shareId, email, expiresAt, secretVersion } = change.invitation;
  const secondsLeft = Math.ceil((expiresAt.getTime() - now.getTime()) / 1_000);
  return { invitationId: id, shareId, email, expiresAt: expiresAt.toISOString(), secretVersion, secondsLeft };
};
