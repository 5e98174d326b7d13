import type { DomainPolicy, InvitationPolicy, SharePolicy } from './account-policy.ts';
import { isWithin } from './policy-refusal.ts';
import type { DurationDays } from './share.ts';

/** What identity answers of an account and of those domains that have a policy of their own. */
export interface PoliciesOfDomains {
  readonly account: InvitationPolicy;
  readonly domains: readonly { readonly policy: InvitationPolicy }[];
}

/** The policy where two hold: it allows nobody and nothing that one of them does not allow. */
export const stricterPolicy = (one: InvitationPolicy, other: InvitationPolicy): InvitationPolicy => {
  const allowedDomains = inBoth(one.allowedDomains, other.allowedDomains);
  return {
    longestDurationDays:
      one.longestDurationDays < other.longestDurationDays
        ? one.longestDurationDays
        : other.longestDurationDays,
    // Two lists that have nothing in common leave nobody from outside; an empty list would leave everybody.
    externalGuests: one.externalGuests && other.externalGuests && allowedDomains !== null,
    allowedDomains: allowedDomains ?? [],
    blockedDomains: [...new Set([...one.blockedDomains, ...other.blockedDomains])],
    codeRequired: one.codeRequired || other.codeRequired,
    linksToCopy: one.linksToCopy && other.linksToCopy,
    invitationsPerHour: fewer(one.invitationsPerHour, other.invitationsPerHour),
  };
};

/** The policy of a domain within its account: what it does not say, the account says. */
export const policyWithin = (account: InvitationPolicy, own: DomainPolicy): InvitationPolicy =>
  stricterPolicy(account, { ...own, longestDurationDays: own.longestDurationDays ?? LONGEST });

/** The policy of a share that holds assets of these domains: the strictest of all of them. */
export const sharePolicy = ({ account, domains }: PoliciesOfDomains): SharePolicy => {
  const policy = domains.reduce((strict, { policy: each }) => stricterPolicy(strict, each), account);
  const parts = Object.keys(account) as (keyof InvitationPolicy)[];
  return {
    ...policy,
    byDomain: parts.filter((part) => JSON.stringify(policy[part]) !== JSON.stringify(account[part])),
  };
};

const LONGEST: DurationDays = 28;

/** Null where both name some and no address lies in both. */
const inBoth = (one: readonly string[], other: readonly string[]): string[] | null => {
  if (one.length === 0 || other.length === 0) return [...one, ...other];
  const common = [
    ...one.filter((domain) => isWithin(domain, other)),
    ...other.filter((domain) => isWithin(domain, one)),
  ];
  return common.length === 0 ? null : [...new Set(common)];
};

/** Null is no limit. */
const fewer = (one: number | null, other: number | null): number | null => {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
};
