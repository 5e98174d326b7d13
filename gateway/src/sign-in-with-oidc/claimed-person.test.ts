import { expect, test } from '@jest/globals';
import { claimedPerson } from './claimed-person.ts';

test('when a provider says who somebody is, then that is read, domains from the claim that is configured', () => {
  const claims = { email: 'a@b.test', email_verified: true, name: 'A', groups: ['Brand', 7, 'Press'] };
  expect(claimedPerson(claims, 'groups')).toEqual({
    ...{ email: 'a@b.test', isEmailVerified: true, name: 'A', domains: ['Brand', 'Press'] },
  });
  expect(claimedPerson({ ...claims, groups: 'Brand' }, 'groups').domains).toEqual(['Brand']);
});

test('when claims are missing or of another form, then nothing is vouched for', () => {
  const nothing = { email: '', isEmailVerified: false, name: null, domains: null };
  expect(claimedPerson({}, 'domains')).toEqual(nothing);
  const odd = { email: 7, email_verified: 'true', name: {}, domains: { a: 1 } };
  expect(claimedPerson(odd, 'domains')).toEqual(nothing);
});
