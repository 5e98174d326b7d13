import { expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { addressesAmong, requestInvitation, usersAmong } from './named-guests.ts';
import { aUser } from './testing/builders.ts';

const now = new Date('2026-10-02T12:00:00.000Z');
const owner = aUser();
const noah = newId();
const policy = {
  longestDurationDays: 28 as const,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
};
const known = { owner, userIds: new Set([noah]), userEmails: new Set<string>(), policy, now };

test('when guests are named twice, then each is one, in the form that is written to', () => {
  const guests = [
    { userId: noah },
    { email: ' lena@Agency.example ' },
    { email: 'LENA@agency.example' },
    { userId: noah.toUpperCase() },
  ];
  expect(requestInvitation({ guests, durationDays: 3, language: 'de' }, known)).toEqual({
    guests: [{ userId: noah }, { email: 'lena@agency.example' }],
    durationDays: 3,
    requestedAt: now.toISOString(),
    language: 'de',
  });
  expect(usersAmong(guests)).toEqual([noah, noah]);
  expect(addressesAmong([...guests, { email: 'x' }])).toEqual(['lena@agency.example', 'LENA@agency.example']);
});

test('when no guests are named, then nothing is asked for, with a duration or without', () => {
  expect(requestInvitation({ guests: [], durationDays: 3 }, known)).toBeNull();
  expect(requestInvitation({ guests: [] }, known)).toBeNull();
});

test('when guests are named without a duration, then the duration is what is wrong', () => {
  expect(() => requestInvitation({ guests: [{ userId: noah }] }, known)).toThrow(
    expect.objectContaining({ code: 'invalid-duration' }),
  );
});

test('when some guests cannot be invited, then all of those are named with their reasons', () => {
  const stranger = newId();
  const guests = [
    { userId: noah },
    { userId: stranger },
    { userId: owner.userId },
    { email: 'Lena <lena@agency.example>' },
    { email: owner.email.toUpperCase() },
  ];
  expect(() => requestInvitation({ guests, durationDays: 1 }, known)).toThrow(
    expect.objectContaining({
      code: 'invalid-guest',
      details: {
        guests: [
          { guest: stranger, reason: 'unknown-user' },
          { guest: owner.userId, reason: 'is-owner' },
          { guest: 'Lena <lena@agency.example>', reason: 'invalid-address' },
          { guest: 'MIA@demo.test', reason: 'is-owner' },
        ],
      },
    }),
  );
});

test('when the policy allows neither the duration nor an address, then first the one is refused, then the other', () => {
  const strict = { ...policy, longestDurationDays: 3 as const, allowedDomains: ['agency.example'] };
  const guests = [
    { email: 'lena@agency.example' },
    { email: 'Noah@acme.example' },
    { email: 'rita@gallery.example' },
  ];
  const ask = (durationDays: 3 | 5) => () =>
    requestInvitation(
      { guests, durationDays },
      { ...known, userEmails: new Set(['noah@acme.example']), policy: strict },
    );
  expect(ask(5)).toThrow(
    expect.objectContaining({ code: 'duration-not-allowed', details: { longestDurationDays: 3 } }),
  );
  const refused = [{ guest: 'rita@gallery.example', reason: 'domain-not-allowed' }];
  expect(ask(3)).toThrow(expect.objectContaining({ code: 'invalid-guest', details: { guests: refused } }));
});
