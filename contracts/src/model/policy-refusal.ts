import type { InvitationPolicy } from './account-policy.ts';

type AddressPolicy = Pick<InvitationPolicy, 'externalGuests' | 'allowedDomains' | 'blockedDomains'>;

/** Why the policy of an account refuses an external guest with this plain address; null where it does not. */
export const policyRefusal = (
  { externalGuests, allowedDomains, blockedDomains }: AddressPolicy,
  email: string,
): 'external-not-allowed' | 'domain-not-allowed' | null => {
  if (!externalGuests) return 'external-not-allowed';
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const isAllowed = allowedDomains.length === 0 || isWithin(domain, allowedDomains);
  return isAllowed && !isWithin(domain, blockedDomains) ? null : 'domain-not-allowed';
};

/** Whether a domain of addresses is one of those, or lies below one. */
export const isWithin = (domain: string, domains: readonly string[]): boolean =>
  domains.some((each) => domain === each || domain.endsWith(`.${each}`));
