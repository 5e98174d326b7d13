import {
  GuestExpiredV1,
  GuestInvitedV1,
  GuestLinkMadeV1,
  GuestLinkRequestedV1,
  GuestMailFailedV1,
  GuestMailSentV1,
  GuestOpenedV1,
  GuestRemovedV1,
  GuestRenewedV1,
  GuestResentV1,
} from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { LiveEvents } from './live-events.ts';
import { managersOf, theGuest, thePerson } from './rights.ts';

const CHANGES = [
  GuestInvitedV1,
  GuestRenewedV1,
  GuestResentV1,
  GuestRemovedV1,
  GuestExpiredV1,
  GuestOpenedV1,
  GuestLinkMadeV1,
  GuestLinkRequestedV1,
  GuestMailSentV1,
  GuestMailFailedV1,
] as const;

/** A renewal gives another link, as sending it again does, and the sessions of the one before are over. */
const ENDING: ReadonlySet<string> = new Set([
  GuestRemovedV1.type,
  GuestExpiredV1.type,
  GuestRenewedV1.type,
  GuestResentV1.type,
]);
const OF_RIGHTS: ReadonlySet<string> = new Set([...ENDING, GuestInvitedV1.type]);

/** Tells who manages the share; what it means for the guest's own rights, the guest. */
export const whenGuestChanged = (live: Pick<LiveEvents, 'tell' | 'tellOfShare' | 'askAgain' | 'end'>) =>
  onAny(CHANGES, async ({ type, data }) => {
    const { shareId, invitationId, userId } = data;
    if (ENDING.has(type)) live.end(theGuest(invitationId));
    if (userId !== null && OF_RIGHTS.has(type)) {
      const guest = thePerson(userId);
      await live.askAgain(guest);
      live.tell({ type: 'share-changed', shareId }, guest);
      live.tell({ type: 'session-changed' }, guest);
    }
    await live.tellOfShare(data, 'guests-changed', managersOf);
  });
