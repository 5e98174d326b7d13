import { type AccountPolicy, type DomainPolicy, parseEmailAddress } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** The policy of an account that never set one. */
export const FIRST_POLICY: AccountPolicy = {
  remindGuests: true,
  remindOwners: true,
  reportFailures: true,
  longestDurationDays: 28,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
  guestDataDays: null,
};

/** The policy of a domain that asks for nothing beside its account. */
export const NO_OWN_POLICY: DomainPolicy = {
  longestDurationDays: null,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
};

type ChangesOf<Policy> = { [Key in keyof Policy]?: Policy[Key] | undefined };
export type PolicyChanges = ChangesOf<AccountPolicy>;
export type DomainPolicyChanges = ChangesOf<DomainPolicy>;

/**
 * A policy with what is named as it is named, and the rest as it was. Domains are kept in the form that addresses are.
 * @throws AppError `invalid-address-domain` with the field and those that are none
 */
export const withChanges = <Policy extends AccountPolicy | DomainPolicy>(
  before: Policy,
  changes: ChangesOf<Policy>,
): Policy => ({
  ...before,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  ...(changes.allowedDomains && { allowedDomains: domainsIn('allowedDomains', changes.allowedDomains) }),
  ...(changes.blockedDomains && { blockedDomains: domainsIn('blockedDomains', changes.blockedDomains) }),
});

const domainsIn = (field: string, typed: readonly string[]): string[] => {
  const domains = typed.map((each) => ({ each, domain: domainOf(each) }));
  const wrong = domains.flatMap(({ each, domain }) => (domain === null ? [each] : []));
  if (wrong.length > 0) throw new AppError('invalid-address-domain', { field, domains: wrong });
  return [...new Set(domains.flatMap(({ domain }) => domain ?? []))];
};

/** A domain is what makes a plain address of what stands before it. */
const domainOf = (typed: string): string | null =>
  parseEmailAddress(`a@${typed.trim().replace(/^@/, '')}`)?.slice(2) ?? null;
