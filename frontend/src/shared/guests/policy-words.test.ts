import { expect, test } from '@jest/globals';
import { notAllowedWords, policyHint } from './policy-words.ts';

const open = { externalGuests: true, allowedDomains: [], blockedDomains: [] };
const noah = { id: '1', name: 'Noah', email: 'noah@acme.example' };
const picked = [
  { email: noah.email, user: noah },
  { email: 'lena@agency.example', user: null },
  { email: 'rita@gallery.example', user: null },
];

test('when the account allows everybody, then nothing is said of it', () => {
  expect(policyHint(open)).toBeNull();
  expect(notAllowedWords(open, picked)).toBeNull();
});

test('when some domains are allowed, then they are said, and the addresses elsewhere named, but no colleague', () => {
  const policy = { ...open, allowedDomains: ['agency.example'] };
  expect(policyHint(policy)).toContain('agency.example');
  expect(notAllowedWords(policy, picked)).toMatch(/^rita@gallery\.example: /);
});

test('when external guests are not allowed, then that is said, and every address named', () => {
  const policy = { ...open, externalGuests: false };
  expect(policyHint(policy)).toContain('your account');
  expect(notAllowedWords(policy, picked)).toMatch(/^lena@agency\.example, rita@gallery\.example: /);
});
