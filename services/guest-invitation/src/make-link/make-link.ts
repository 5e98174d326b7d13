import type { GuestLink, SharePolicy, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import { AS_GUEST_INVITATION, as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { assertGuest } from '../invitation-policy.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { type Invitation, isExpired, makeLink } from '../invitation.ts';
import { guestUrl, shareUrl } from '../links.ts';
import { assertOwnDomains, policyOfDomains } from '../policy-of-share.ts';
import { saveChanges } from '../save-change.ts';

/**
 * Makes one more link of a guest for who manages the share, and tells it this once: only its hash is kept. A colleague
 * needs none, and gets the address of the share.
 * @throws AppError `guest-expired`, `guest-not-allowed`, `assets-not-yours`; `links-not-shown` where the policy keeps links to the mail
 */
export const makeGuestLink =
  ({ database, clients, settings }: Pick<GuestDeps, 'database' | 'clients' | 'settings'>) =>
  async ({ id, guestId }: { id: string; guestId: string }, actor: UserActor): Promise<GuestLink> => {
    const share = await clients.share.managedBy({ shareId: id }, as(actor));
    const { domainIds } = await clients.share.domains({ shareId: id }, AS_GUEST_INVITATION);
    assertOwnDomains(actor, domainIds);
    const policy = await policyOfDomains(clients, share.accountId, domainIds);
    return database.inTransaction(async (transaction) => {
      const guest = await transaction.invitations.locked(guestId);
      if (guest?.shareId !== id) throw new AppError('not-found');
      const now = await transaction.databaseNow();
      if (isExpired(guest, now)) throw new AppError('guest-expired');
      const url =
        guest.kind === 'internal'
          ? shareUrl(settings, id)
          : guestUrl(settings, await newLink(transaction, policy, guest, actor));
      return { url, expiresAt: guest.expiresAt.toISOString() };
    });
  };

const newLink = async (
  transaction: GuestTransaction,
  policy: SharePolicy,
  guest: Invitation,
  { userId, name }: UserActor,
): Promise<string> => {
  if (!policy.linksToCopy) throw new AppError('links-not-shown');
  assertGuest(policy, guest);
  const secret = newSecret();
  await transaction.links.add(guest.id, hashOfSecret(secret));
  await saveChanges(transaction, [makeLink(guest, { id: userId, name })]);
  return secret;
};
