import { expect, test } from '@jest/globals';
import {
  DURATIONS_DAYS,
  GuestExpiredV1,
  GuestInvitedV1,
  GuestOpenedV1,
  GuestRemovedV1,
  GuestRenewedV1,
  GuestResentV1,
} from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import fc from 'fast-check';
import {
  endOf,
  invite,
  isExpired,
  open,
  remove,
  renew,
  resend,
  secondsToResend,
  tellExpiry,
} from './invitation.ts';
import { factsOf } from './invitation-event.ts';
import { aGuest, anInvitation } from './testing/builders.ts';

const BY = { id: newId(), name: 'Mia Berg' };
const NO_WORDS = { message: null, hasShareMessage: false, language: null };
const HOUR_MS = 60 * 60 * 1_000;
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const days = fc.constantFrom(...DURATIONS_DAYS);

test('when a guest is invited at any instant, then the link lives N times 24 hours to the millisecond', () => {
  fc.assert(
    fc.property(instant, days, (invitedAt, durationDays) => {
      const end = endOf(invitedAt, durationDays);
      expect(end.getTime() - invitedAt.getTime()).toBe(durationDays * 24 * HOUR_MS);
      expect(isExpired({ expiresAt: end }, new Date(end.getTime() - 1))).toBe(false);
      expect(isExpired({ expiresAt: end }, end)).toBe(true);
    }),
  );
});

test('when clocks are put back in between, then the link still lives whole days of 24 hours', () => {
  const end = endOf(new Date('2026-10-24T22:30:00+02:00'), 1);
  expect(end.toISOString()).toBe('2026-10-25T20:30:00.000Z');
});

test('when somebody new is invited, then nothing can open the share yet, and it is told', () => {
  const share = { shareId: newId(), accountId: newId() };
  const guest = aGuest({ email: 'rita@gallery.example' });
  const invitedAt = new Date('2026-10-05T14:05:00.123Z');
  const terms = { id: newId(), share, guest, words: NO_WORDS, durationDays: 7 as const, invitedAt, by: BY };
  const { invitation, events } = invite(terms);
  expect(invitation).toMatchObject({ ...share, ...guest, version: 1, secretVersion: 1, openedAt: null });
  expect(invitation.expiresAt.toISOString()).toBe('2026-10-12T14:05:00.123Z');
  const data = {
    invitationId: terms.id,
    ...share,
    version: 1,
    kind: 'external' as const,
    userId: null,
    email: 'rita@gallery.example',
    expiresAt: '2026-10-12T14:05:00.123Z',
    actorId: BY.id,
    actorName: BY.name,
  };
  expect(events).toEqual([newEvent(GuestInvitedV1, { subject: terms.id, data })]);
});

test('when an expired guest is renewed, then the end counts from now and sessions of before are over', () => {
  fc.assert(
    fc.property(instant, days, (now, durationDays) => {
      const before = anInvitation({ openedAt: new Date(0), isExpiryTold: true, downloads: 3, version: 9 });
      const { invitation, events } = renew(before, { durationDays, words: NO_WORDS, now, by: BY });
      expect(invitation.expiresAt).toEqual(endOf(now, durationDays));
      expect(invitation).toMatchObject({ id: before.id, version: 10, secretVersion: 2, invitedAt: now });
      expect(invitation).toMatchObject({ openedAt: null, isExpiryTold: false, downloads: 3 });
      expect(events).toEqual([
        newEvent(GuestRenewedV1, { subject: before.id, data: factsOf(invitation, BY) }),
      ]);
    }),
  );
});

test('when an external guest became a user since, then the renewal makes them an internal one', () => {
  const userId = newId();
  const guest = aGuest({ kind: 'internal', userId, name: 'Lena Roth' });
  const terms = { guest, durationDays: 1 as const, words: NO_WORDS, now: new Date(), by: BY };
  expect(renew(anInvitation(), terms).invitation).toMatchObject({
    kind: 'internal',
    userId,
    name: 'Lena Roth',
  });
});

test('when a guest is renewed, then the language stays, unless another was chosen', () => {
  const before = anInvitation({ language: 'de' });
  const terms = { durationDays: 1 as const, now: new Date(), by: BY };
  expect(renew(before, { ...terms, words: NO_WORDS }).invitation.language).toBe('de');
  const words = { ...NO_WORDS, language: 'en' as const };
  expect(renew(before, { ...terms, words }).invitation.language).toBe('en');
});

test('when an invitation is sent again, then its end stays, and links and sessions of before are over', () => {
  const before = anInvitation({ openedAt: new Date(0), version: 4, secretVersion: 2 });
  const now = new Date('2026-10-06T08:00:00Z');
  const { invitation, events } = resend(before, now, BY);
  expect(invitation).toEqual({ ...before, version: 5, secretVersion: 3, resentAt: now });
  expect(events).toEqual([newEvent(GuestResentV1, { subject: before.id, data: factsOf(invitation, BY) })]);
});

test('when an invitation was sent again, then it may not be once more within the minute', () => {
  const resentAt = new Date('2026-10-06T08:00:00.000Z');
  const after = (ms: number) => secondsToResend({ resentAt }, new Date(resentAt.getTime() + ms));
  expect([after(0), after(59_999), after(60_000)]).toEqual([60, 1, null]);
  expect(secondsToResend({ resentAt: null }, resentAt)).toBeNull();
  const renewed = renew(anInvitation({ resentAt }), {
    durationDays: 1,
    words: NO_WORDS,
    now: resentAt,
    by: BY,
  });
  expect(renewed.invitation.resentAt).toBeNull();
});

test('when a guest opens the share again, then only the first time is kept and told', () => {
  const before = anInvitation();
  const now = new Date('2026-10-06T08:00:00Z');
  const first = open(before, now);
  expect(first.invitation).toMatchObject({ openedAt: now, version: 2 });
  expect(first.events).toEqual([
    newEvent(GuestOpenedV1, { subject: before.id, data: factsOf(first.invitation, null) }),
  ]);
  expect(open(first.invitation, new Date())).toEqual({ invitation: first.invitation, events: [] });
});

test('when a guest is removed or expires, then it is told with the next version, by nobody for the system', () => {
  const before = anInvitation({ version: 4 });
  const now = new Date('2026-10-06T08:00:00Z');
  const removed = remove(before, now, null);
  expect(removed.invitation).toMatchObject({ removedAt: now, version: 5 });
  expect(removed.events).toEqual([
    newEvent(GuestRemovedV1, { subject: before.id, data: factsOf(removed.invitation, null) }),
  ]);
  const expired = tellExpiry(before);
  expect(expired.invitation).toMatchObject({ isExpiryTold: true, version: 5 });
  expect(expired.events).toEqual([
    newEvent(GuestExpiredV1, { subject: before.id, data: factsOf(expired.invitation, null) }),
  ]);
});
