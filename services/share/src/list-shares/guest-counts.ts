import { AS_SHARE, type ShareClients } from '../clients.ts';

/** How many guests each of these shares has; null for all where nobody tells: the list is worth more than the number. */
export const guestCountsOf = async (
  shareIds: string[],
  { guest }: { readonly guest: Pick<ShareClients['guest'], 'countGuests'> },
): Promise<(shareId: string) => number | null> => {
  const counted = await guest.countGuests({ shareIds }, AS_SHARE).catch(() => null);
  if (counted === null) return () => null;
  const counts = new Map(counted.shares.map(({ shareId, guestCount }) => [shareId, guestCount]));
  return (shareId) => counts.get(shareId) ?? 0;
};
