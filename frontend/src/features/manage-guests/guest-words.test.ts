import { expect, test } from '@jest/globals';
import { aGuest } from './a-guest.ts';
import { deedsOf, endsSoon, mailOf, requestOf } from './guest-words.ts';

test('when the mail failed, then its reason is told in the words of the mail server', () => {
  expect(mailOf(aGuest({ mail: 'failed', mailError: '550 No such user' }))).toBe(
    'The mail was not delivered: 550 No such user',
  );
  expect(mailOf(aGuest({ mail: 'failed' }))).toBe('The mail was not delivered');
});

test('when a guest asked for a new link, then the day of it is told', () => {
  expect(requestOf(aGuest({ askedAt: new Date(2026, 5, 9, 12).toISOString() }))).toMatch(
    /^Asked for a new link .*9/,
  );
  expect(requestOf(aGuest())).toBeNull();
});

test('when nothing was done with the link, then it was not opened yet', () => {
  expect(deedsOf(aGuest(), null)).toBe('Not opened yet');
});

test('when it was opened and downloaded from, then both are told', () => {
  const guest = aGuest({ openedAt: '2026-06-02T12:00:00Z', downloads: 2 });
  expect(deedsOf(guest, null)).toMatch(/^Opened .* · 2 downloads$/);
  expect(deedsOf({ ...guest, downloadsBegun: 3 }, 5)).toMatch(/^Opened .* · 3 of 5 downloads$/);
});

test('when a link ends within a day, then it ends soon; when it has ended, then not any more', () => {
  const now = new Date('2026-06-08T00:00:00Z');
  expect(endsSoon(aGuest(), now)).toBe(true);
  expect(endsSoon(aGuest(), new Date('2026-06-02T00:00:00Z'))).toBe(false);
  expect(endsSoon(aGuest({ state: 'expired' }), now)).toBe(false);
});
