import { expect, test } from '@jest/globals';
import type { DomainPolicy } from '@vitrine/contracts';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { longestWithin, standingsOf } from './domain-policy-words.ts';

const account: Policy = {
  remindGuests: true,
  remindOwners: true,
  reportFailures: true,
  longestDurationDays: 14,
  externalGuests: true,
  allowedDomains: ['agency.example'],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: 20,
  guestDataDays: null,
};
const nothing: DomainPolicy = {
  longestDurationDays: null,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
};
const sentences = (own: DomainPolicy, of = account) =>
  Object.values(standingsOf(own, of)).map(({ sentence }) => sentence);

test('when a domain asks for nothing, then each part is said to be as for the account', () => {
  expect(sentences(nothing)).toEqual([
    'As for the account: up to 14 days',
    'As for the account: external guests can be invited',
    'As for the account: each share decides',
    'As for the account: links can be copied',
    'As for the account: 20 at most',
    'As for the account: addresses at agency.example',
    'As for the account: none',
  ]);
});

test('when a domain is stricter in a part, then that is said to be its own, and the rest is not', () => {
  const own = standingsOf({ ...nothing, longestDurationDays: 3, externalGuests: false }, account);
  expect(own.longestDurationDays).toEqual({
    isOwn: true,
    sentence: 'Stricter than the account: up to 3 days',
  });
  expect(own.externalGuests.isOwn).toBe(true);
  expect(own.codeRequired.isOwn).toBe(false);
  expect(
    standingsOf({ ...nothing, allowedDomains: ['berlin.agency.example'] }, account).allowedDomains,
  ).toEqual({
    isOwn: true,
    sentence: 'Stricter than the account: these alone, where they lie within agency.example too',
  });
});

test('when the account is stricter than its domain, then what holds is the account’s', () => {
  const own: DomainPolicy = {
    ...nothing,
    longestDurationDays: 28,
    invitationsPerHour: 50,
    codeRequired: true,
  };
  const strict = { ...account, codeRequired: true, externalGuests: false };
  expect(longestWithin(own, strict)).toBe(14);
  expect(Object.values(standingsOf(own, strict)).filter(({ isOwn }) => isOwn)).toEqual([]);
  expect(sentences(own, strict)).toContain('As for the account: colleagues only');
});
