import { expect, test } from '@jest/globals';
import { AVAILABILITIES } from '@vitrine/contracts';
import fc from 'fast-check';
import { availabilityAt, shareability, sift } from './known-asset.ts';
import { aKnownAsset } from './testing/builders.ts';

const now = new Date('2026-10-01T12:00:00.000Z');
const later = new Date(now.getTime() + 1);

test.each([
  ['available and unexpired', {}, null],
  ['available and expiring in a millisecond', { expiresAt: later }, null],
  ['expiring at this instant', { expiresAt: now }, 'expired'],
  ['told to be expired', { availability: 'expired' as const, expiresAt: now }, 'expired'],
  ['unavailable and expired', { availability: 'unavailable' as const, expiresAt: now }, 'unavailable'],
  ['expired while processing', { availability: 'processing' as const, expiresAt: now }, 'expired'],
  [
    'processing and not shareable',
    { availability: 'processing' as const, shareable: false },
    'still-processing',
  ],
  ['not shareable', { shareable: false }, 'may-not-be-shared'],
])('when an asset is %s, then the reason is %j', (_words, overrides, reason) => {
  expect(shareability(aKnownAsset(overrides), now)).toBe(reason);
});

test('when an asset is in the share already, then that is the last reason of all', () => {
  const isAlreadyIn = { isAlreadyIn: true };
  expect(shareability(aKnownAsset(), now, isAlreadyIn)).toBe('already-in-this-share');
  expect(shareability(aKnownAsset({ shareable: false }), now, isAlreadyIn)).toBe('may-not-be-shared');
});

test('when its domain is not for the guests of the share, then that is told of what could go in otherwise', () => {
  const isForGuests = false;
  expect(shareability(aKnownAsset(), now, { isForGuests })).toBe('not-for-its-guests');
  expect(shareability(aKnownAsset(), now, { isForGuests, isAlreadyIn: true })).toBe('already-in-this-share');
  expect(shareability(aKnownAsset({ shareable: false }), now, { isForGuests })).toBe('may-not-be-shared');
});

test('when an asset is of a domain that the owner does not belong to, then what keeps it from guests is told first', () => {
  const isTheirs = false;
  expect(shareability(aKnownAsset(), now, { isTheirs })).toBe('not-in-your-domains');
  expect(shareability(aKnownAsset({ shareable: false }), now, { isTheirs })).toBe('may-not-be-shared');
});

test('when time passes, then an asset expires once and never comes back by itself', () => {
  const assets = fc.record({
    availability: fc.constantFrom(...AVAILABILITIES),
    expiresAt: fc.option(fc.date({ noInvalidDate: true }), { nil: null }),
  });
  const instants = fc.tuple(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }));
  fc.assert(
    fc.property(assets, instants, (asset, [one, other]) => {
      const [sooner, late] = one < other ? [one, other] : [other, one];
      const before = availabilityAt(asset, sooner);
      if (before === 'expired') expect(availabilityAt(asset, late)).toBe('expired');
      expect(availabilityAt({ ...asset, availability: before }, late)).toBe(availabilityAt(asset, late));
    }),
  );
});

test('when a selection is sifted, then each asset is on exactly one side, once, in order', () => {
  const [first, second, third] = [aKnownAsset(), aKnownAsset({ shareable: false }), aKnownAsset()];
  const fourth = aKnownAsset();
  const sifted = sift([third, second, first, third, second, fourth], now, {
    alreadyIn: new Set([first.assetId]),
    notForGuests: new Set([fourth.assetId]),
  });
  expect(sifted.shareable).toEqual([third]);
  expect(sifted.excluded).toEqual([
    { assetId: second.assetId, fileName: second.fileName, reason: 'may-not-be-shared' },
    { assetId: first.assetId, fileName: first.fileName, reason: 'already-in-this-share' },
    { assetId: fourth.assetId, fileName: fourth.fileName, reason: 'not-for-its-guests' },
  ]);
});
