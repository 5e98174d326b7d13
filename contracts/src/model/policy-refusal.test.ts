import { expect, test } from '@jest/globals';
import { policyRefusal } from './policy-refusal.ts';

const open = { externalGuests: true, allowedDomains: [], blockedDomains: [] };
const some = { ...open, allowedDomains: ['agency.example', 'press.example'] };

test('when the policy says nothing of addresses, then every address is allowed', () => {
  expect(policyRefusal(open, 'lena@agency.example')).toBeNull();
});

test('when external guests are not allowed, then no address is', () => {
  expect(policyRefusal({ ...some, externalGuests: false }, 'lena@agency.example')).toBe(
    'external-not-allowed',
  );
});

test.each([
  ['lena@agency.example', null],
  ['lena@Agency.Example', null],
  ['lena@berlin.agency.example', null],
  ['lena@notagency.example', 'domain-not-allowed'],
  ['lena@agency.example.evil.test', 'domain-not-allowed'],
  ['agency.example@evil.test', 'domain-not-allowed'],
])('when some domains are allowed, then %s is told by its end: %s', (email, refusal) => {
  expect(policyRefusal(some, email)).toBe(refusal);
});

test('when a domain is blocked, then what lies below is too, also within an allowed one', () => {
  const policy = { ...some, blockedDomains: ['berlin.agency.example', 'mail.example'] };
  expect(policyRefusal(policy, 'lena@agency.example')).toBeNull();
  expect(policyRefusal(policy, 'lena@x.berlin.agency.example')).toBe('domain-not-allowed');
  expect(policyRefusal({ ...policy, allowedDomains: [] }, 'lena@mail.example')).toBe('domain-not-allowed');
  expect(policyRefusal({ ...policy, allowedDomains: [] }, 'lena@gmail.example')).toBeNull();
});
