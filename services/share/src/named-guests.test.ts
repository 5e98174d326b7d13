import { expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { requestInvitation, usersAmong } from './named-guests.ts';
import { aUser } from './testing/builders.ts';

const now = new Date('2026-10-02T12:00:00.000Z');
const owner = aUser();
const noah = newId();
const known = { owner, userIds: new Set([noah]), now };

test('when guests are named twice, then each is one, in the form that is written to', () => {
  const guests = [
    { userId: noah },
    { email: ' lena@Agency.example ' },
    { email: 'lena@agency.example' },
    { userId: noah },
  ];
  expect(requestInvitation({ guests, durationDays: 3 }, known)).toEqual({
    guests: [{ userId: noah }, { email: 'lena@agency.example' }],
    durationDays: 3,
    requestedAt: now.toISOString(),
  });
  expect(usersAmong(guests)).toEqual([noah, noah]);
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
