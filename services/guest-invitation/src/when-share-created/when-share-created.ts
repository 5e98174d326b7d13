import { type DataOf, type InvitationRequest, ShareCreatedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import { type Named, peopleNamed, resolveGuests } from '../guest.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { inviteAll } from '../invite-all.ts';

type Created = DataOf<typeof ShareCreatedV1>;

/**
 * Invites the guests that were named with a new share, whatever died in between. They were checked when the share was
 * made; a user whom we have not heard of yet makes it be tried again, one who was disabled since is left out.
 */
export const whenShareCreated = ({
  newId,
  onMailQueued,
}: {
  newId: () => string;
  onMailQueued: () => void;
}) =>
  on(ShareCreatedV1, async ({ data }, transaction: GuestTransaction) => {
    const { invitationRequest } = data;
    if (invitationRequest === null || (await transaction.deletedShares.has(data.shareId))) return;
    await inviteAll(transaction, await guestsOf(transaction, data, invitationRequest), {
      share: data,
      words: { message: null, hasShareMessage: true, language: invitationRequest.language },
      durationDays: invitationRequest.durationDays,
      invitedAt: new Date(invitationRequest.requestedAt),
      by: { id: data.ownerId, name: data.ownerName },
      newId,
    });
    onMailQueued();
  });

const guestsOf = async (
  { users }: GuestTransaction,
  { accountId, ownerId }: Created,
  { guests: named }: InvitationRequest,
): Promise<Named[]> => {
  const { userIds, emails } = peopleNamed(named);
  const heardOf = await users.heardOf(userIds);
  if (userIds.some((id) => !heardOf.has(id))) throw new Error('An internal guest is not known here yet.');
  const known = await users.find(accountId, [...userIds, ownerId], emails);
  const ownerEmail = known.find(({ id }) => id === ownerId)?.email ?? '';
  return resolveGuests(named, known, { ownerId, ownerEmail });
};
