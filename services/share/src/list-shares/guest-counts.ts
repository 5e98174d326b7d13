import { inTime } from '@vitrine/platform/circuit/in-time.ts';
import { AS_SHARE, type ShareClients } from '../clients.ts';

/** A list comes at once where the number does not: well below what a person takes for a wait. */
const WAIT_MS = 500;

/**
 * How many guests each of these shares has; null for all where nobody tells, or not soon: the list is worth more than
 * the number.
 */
export const guestCountsOf = async (
  shareIds: string[],
  { guest }: { readonly guest: Pick<ShareClients['guest'], 'countGuests'> },
): Promise<(shareId: string) => number | null> => {
  // The call itself goes on to its own limit, so that its circuit learns that nobody answers.
  const counted = await inTime(() => guest.countGuests({ shareIds }, AS_SHARE), WAIT_MS).catch(() => null);
  if (counted === null) return () => null;
  const counts = new Map(counted.shares.map(({ shareId, guestCount }) => [shareId, guestCount]));
  return (shareId) => counts.get(shareId) ?? 0;
};
