import { policyRefusal } from '@vitrine/contracts';
import type { Policy } from './policy-api.ts';
import type { PickedGuest } from './picked-guests.ts';
import { words } from './words.ts';

type Part = Policy['byDomain'][number];
type AddressPart = 'externalGuests' | 'allowedDomains' | 'blockedDomains';
type AddressPolicy = Pick<Policy, AddressPart | 'byDomain'>;

/** More of them are not said before: whoever names one of them hears it then. */
const BLOCKED_SAID_MAX = 5;

/** What is said of a part, by whoever asks for it: the account, or a domain that is stricter. */
export function wordsOf({ byDomain }: Pick<Policy, 'byDomain'>, ...parts: Part[]) {
  return parts.some((part) => byDomain.includes(part)) ? words.policies.domain : words.policies.account;
}

/** What the policy says of external guests; null where it says nothing. */
export function policyHint(policy: AddressPolicy): string | null {
  const { externalGuests, allowedDomains, blockedDomains } = policy;
  if (!externalGuests) return wordsOf(policy, 'externalGuests').onlyColleagues;
  const sentences = [
    ...(allowedDomains.length === 0
      ? []
      : [wordsOf(policy, 'allowedDomains').onlyAddressesAt(allowedDomains.join(', '))]),
    ...(blockedDomains.length === 0 || blockedDomains.length > BLOCKED_SAID_MAX
      ? []
      : [wordsOf(policy, 'blockedDomains').noAddressesAt(blockedDomains.join(', '))]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** How many invitations one may send within an hour, colleagues among them; null where there is no limit. */
export function perHourWords(policy: Pick<Policy, 'invitationsPerHour' | 'byDomain'>): string | null {
  const { invitationsPerHour } = policy;
  return invitationsPerHour === null
    ? null
    : wordsOf(policy, 'invitationsPerHour').perHour(invitationsPerHour);
}

/** The addresses that the policy does not allow, before anything is sent. One of a colleague may be among them. */
export function notAllowedWords(policy: AddressPolicy, picked: readonly PickedGuest[]): string | null {
  const addresses = picked.flatMap(({ email, user }) =>
    user === null && policyRefusal(policy, email) !== null ? [email] : [],
  );
  if (addresses.length === 0) return null;
  const { notAllowed } = wordsOf(policy, 'externalGuests', 'allowedDomains', 'blockedDomains');
  return notAllowed(addresses.join(', '));
}

/** How long a link may work at most; null where every duration may be chosen. */
export function longestWords(policy: Pick<Policy, 'longestDurationDays' | 'byDomain'>): string | null {
  const { longestDurationDays } = policy;
  return longestDurationDays === 28
    ? null
    : wordsOf(policy, 'longestDurationDays').longest(longestDurationDays);
}
