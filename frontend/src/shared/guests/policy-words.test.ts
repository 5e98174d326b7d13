import { expect, test } from '@jest/globals';
import type { Policy } from './policy-api.ts';
import { longestWords, notAllowedWords, perHourWords, policyHint } from './policy-words.ts';

const open: Policy = {
  longestDurationDays: 28,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
  byDomain: [],
};
const noah = { id: '1', name: 'Noah', email: 'noah@acme.example' };
const picked = [
  { email: noah.email, user: noah },
  { email: 'lena@agency.example', user: null },
  { email: 'rita@gallery.example', user: null },
];

test('when everybody is allowed, then nothing is said of it', () => {
  expect(policyHint(open)).toBeNull();
  expect(notAllowedWords(open, picked)).toBeNull();
  expect(longestWords(open)).toBeNull();
  expect(perHourWords(open)).toBeNull();
});

test('when some domains are allowed, then they are said, and the addresses elsewhere named, but no colleague', () => {
  const policy = { ...open, allowedDomains: ['agency.example'] };
  expect(policyHint(policy)).toContain('agency.example');
  expect(notAllowedWords(policy, picked)).toMatch(/^rita@gallery\.example: /);
});

test('when some domains are blocked, then a few are said, and many are left for when one is named', () => {
  expect(policyHint({ ...open, blockedDomains: ['gallery.example'] })).toContain('gallery.example');
  const blockedDomains = ['a', 'b', 'c', 'd', 'e'].map((each) => `${each}.example`);
  expect(policyHint({ ...open, blockedDomains: [...blockedDomains, 'gallery.example'] })).toBeNull();
});

test('when external guests are not allowed, then that is said, and every address named', () => {
  const policy = { ...open, externalGuests: false };
  expect(policyHint(policy)).toContain('Your account');
  expect(notAllowedWords(policy, picked)).toMatch(
    /^lena@agency\.example, rita@gallery\.example: .*your account/,
  );
});

test('when invitations are limited, then it is said how many an hour and by whom', () => {
  expect(perHourWords({ ...open, invitationsPerHour: 1 })).toBe(
    'Your account allows you 1 invitation an hour.',
  );
  const byDomain: Policy['byDomain'] = ['invitationsPerHour'];
  expect(perHourWords({ ...open, invitationsPerHour: 20, byDomain })).toBe(
    'The domain of these assets allows you 20 invitations an hour.',
  );
});

test('when a domain is what is stricter, then it is said to be, and the account of what it asks itself', () => {
  const policy: Policy = {
    ...open,
    longestDurationDays: 3,
    allowedDomains: ['agency.example'],
    byDomain: ['longestDurationDays'],
  };
  expect(longestWords(policy)).toBe('The domain of these assets allows 3 days at most');
  expect(policyHint(policy)).toContain('your account');
  expect(policyHint({ ...policy, externalGuests: false, byDomain: ['externalGuests'] })).toContain(
    'The domain of these assets',
  );
});
