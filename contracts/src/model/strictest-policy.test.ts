import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InvitationPolicy } from './account-policy.ts';
import { policyRefusal } from './policy-refusal.ts';
import { DURATIONS_DAYS } from './share.ts';
import { policyWithin, sharePolicy, stricterPolicy } from './strictest-policy.ts';

/** Few labels, so that domains lie within each other often. */
const domains = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
  .map((labels) => [...labels, 'test'].join('.'));
const list = fc.uniqueArray(domains, { maxLength: 4 });
const days = fc.constantFrom(...DURATIONS_DAYS);
const perHour = fc.option(fc.integer({ min: 1, max: 20 }));
const rest = {
  externalGuests: fc.boolean(),
  allowedDomains: list,
  blockedDomains: list,
  codeRequired: fc.boolean(),
  linksToCopy: fc.boolean(),
  invitationsPerHour: perHour,
};
const policies = fc.record({ longestDurationDays: days, ...rest });
const ownPolicies = fc.record({ longestDurationDays: fc.option(days), ...rest });
const addresses = domains.map((domain) => `guest@${domain}`);

const allows = (policy: InvitationPolicy, email: string) => policyRefusal(policy, email) === null;
const isNoLooser = (policy: InvitationPolicy, than: InvitationPolicy): boolean =>
  policy.longestDurationDays <= than.longestDurationDays &&
  (policy.codeRequired || !than.codeRequired) &&
  (!policy.linksToCopy || than.linksToCopy) &&
  (than.invitationsPerHour === null ||
    (policy.invitationsPerHour !== null && policy.invitationsPerHour <= than.invitationsPerHour));

test('when policies hold together, then an address is allowed exactly where each of them allows it', () => {
  fc.assert(
    fc.property(policies, fc.array(policies, { maxLength: 4 }), addresses, (account, others, email) => {
      const policy = sharePolicy({ account, domains: others.map((each) => ({ policy: each })) });
      expect(allows(policy, email)).toBe([account, ...others].every((each) => allows(each, email)));
    }),
    { numRuns: 2_000 },
  );
});

test('when policies hold together, then nothing is looser than in any of them', () => {
  fc.assert(
    fc.property(policies, fc.array(policies, { maxLength: 4 }), (account, others) => {
      const policy = sharePolicy({ account, domains: others.map((each) => ({ policy: each })) });
      for (const each of [account, ...others]) expect(isNoLooser(policy, each)).toBe(true);
    }),
  );
});

test('when a domain sets a policy of its own, then it is never looser than its account, whatever it says', () => {
  fc.assert(
    fc.property(policies, ownPolicies, addresses, (account, own, email) => {
      const policy = policyWithin(account, own);
      expect(isNoLooser(policy, account)).toBe(true);
      if (!allows(account, email)) expect(allows(policy, email)).toBe(false);
      if (own.longestDurationDays !== null)
        expect(policy.longestDurationDays).toBeLessThanOrEqual(own.longestDurationDays);
    }),
    { numRuns: 1_000 },
  );
});

test('when policies are taken in another order or twice, then what they allow is the same', () => {
  fc.assert(
    fc.property(policies, policies, policies, addresses, (one, two, three, email) => {
      const forth = stricterPolicy(stricterPolicy(one, two), three);
      const back = stricterPolicy(three, stricterPolicy(two, stricterPolicy(one, two)));
      expect(allows(forth, email)).toBe(allows(back, email));
      expect(isNoLooser(forth, back) && isNoLooser(back, forth)).toBe(true);
    }),
  );
});

const account: InvitationPolicy = {
  longestDurationDays: 14,
  externalGuests: true,
  allowedDomains: ['agency.example', 'press.example'],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
};

test('when a domain is stricter in something, then that is named, and the rest is not', () => {
  expect(sharePolicy({ account, domains: [{ policy: account }] }).byDomain).toEqual([]);
  const policy = { ...account, longestDurationDays: 3 as const, allowedDomains: ['berlin.agency.example'] };
  expect(sharePolicy({ account, domains: [{ policy }] })).toEqual({
    ...policy,
    byDomain: ['longestDurationDays', 'allowedDomains'],
  });
});

test('when two lists of allowed domains have nothing in common, then nobody from outside is allowed', () => {
  const policy = stricterPolicy(account, { ...account, allowedDomains: ['gallery.example'] });
  expect(policy).toMatchObject({ externalGuests: false, allowedDomains: [] });
});
