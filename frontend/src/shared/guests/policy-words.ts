import { policyRefusal } from '@vitrine/contracts';
import type { Policy } from './policy-api.ts';
import type { PickedGuest } from './picked-guests.ts';
import { words } from './words.ts';

type AddressPolicy = Pick<Policy, 'externalGuests' | 'allowedDomains' | 'blockedDomains'>;

/** What the account says of external guests; null where it says nothing. */
export function policyHint({ externalGuests, allowedDomains }: AddressPolicy): string | null {
  if (!externalGuests) return words.onlyColleagues;
  return allowedDomains.length === 0 ? null : words.onlyAddressesAt(allowedDomains.join(', '));
}

/** The addresses that the account does not allow, before anything is sent. One of a colleague may be among them. */
export function notAllowedWords(policy: AddressPolicy, picked: readonly PickedGuest[]): string | null {
  const addresses = picked.flatMap(({ email, user }) =>
    user === null && policyRefusal(policy, email) !== null ? [email] : [],
  );
  return addresses.length === 0 ? null : words.notAllowed(addresses.join(', '));
}
