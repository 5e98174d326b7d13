import { expect, test } from '@jest/globals';
import type { InvitationPolicy } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import fc from 'fast-check';
import { asAllowed, assertDuration, suits } from './invitation-policy.ts';
import { invite } from './invitation.ts';
import { aGuest, aShare, anInvitation } from './testing/builders.ts';

const policy: InvitationPolicy = {
  longestDurationDays: 7,
  externalGuests: true,
  allowedDomains: [],
  blockedDomains: [],
  codeRequired: false,
  linksToCopy: true,
  invitationsPerHour: null,
};
const now = new Date('2026-10-05T14:05:00.000Z');
const colleague = aGuest({ kind: 'internal', userId: '1', email: 'noah@acme.example' });
const suit = (changes: Partial<InvitationPolicy>, guest: Parameters<typeof anInvitation>[0] = {}) =>
  suits({ ...policy, ...changes }, anInvitation(guest), now);

test('when a guest could be invited now for what is left, then what is added suits them', () => {
  expect(suit({})).toBe(true);
  expect(suit({ externalGuests: false }, colleague)).toBe(true);
  expect(suit({ allowedDomains: ['agency.example'] })).toBe(true);
});

test('when a guest could not be invited by it, then it does not suit', () => {
  expect(suit({ externalGuests: false })).toBe(false);
  expect(suit({ allowedDomains: ['press.example'] })).toBe(false);
  expect(suit({ blockedDomains: ['agency.example'] })).toBe(false);
});

test('when a link works for longer than a new one might, then it does not suit, a colleague neither, until it does not', () => {
  expect(suit({ longestDurationDays: 5 })).toBe(false);
  expect(suit({ longestDurationDays: 5 }, colleague)).toBe(false);
  const later = new Date(now.getTime() + 2 * 86_400_000);
  expect(suits({ ...policy, longestDurationDays: 5 }, anInvitation(), later)).toBe(true);
});

test('when a code is asked for, then only a link that opened the share without one does not suit', () => {
  expect(suit({ codeRequired: true })).toBe(true);
  expect(suit({ codeRequired: true }, { openedAt: now })).toBe(true);
  expect(suit({ codeRequired: true }, { openedAt: now, isOpenedByLinkAlone: true })).toBe(false);
  expect(suit({ codeRequired: true }, { ...colleague, openedAt: now, isOpenedByLinkAlone: true })).toBe(true);
});

test('when somebody can be invited by a policy, then the invitation suits it at that instant', () => {
  const days = fc.constantFrom(1, 2, 3, 5, 7, 14, 28);
  fc.assert(
    fc.property(days, days, fc.boolean(), (durationDays, longestDurationDays, externalGuests) => {
      const given = { ...policy, longestDurationDays, externalGuests };
      const by = { id: newId(), name: 'Mia' };
      const words = { message: null, hasShareMessage: false, language: null };
      const guest = aGuest();
      const terms = { id: newId(), share: aShare(), guest, words, invitedAt: now, by };
      const { invitation } = invite({ ...terms, durationDays });
      const isRefused = asAllowed(given, [{ written: guest.email, guest }]).some((each) => 'reason' in each);
      const isTooLong = (() => {
        try {
          assertDuration(given, durationDays);
          return false;
        } catch {
          return true;
        }
      })();
      expect(suits(given, invitation, now)).toBe(!isRefused && !isTooLong);
    }),
  );
});
