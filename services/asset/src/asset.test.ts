import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { availabilityAt, reasonNotDownloadable } from './asset.ts';
import { viewOf } from './asset-view.ts';
import { anAsset } from './testing/an-asset.ts';

const instant = new Date('2026-10-01T12:00:00.000Z');
const after = (milliseconds: number) => new Date(instant.getTime() + milliseconds);

test.each([
  ['available', null, 'available', null],
  ['available', after(1), 'available', null],
  ['available', instant, 'expired', 'expired'],
  ['processing', null, 'processing', 'still-processing'],
  ['processing', after(-1), 'expired', 'expired'],
  ['unavailable', null, 'unavailable', 'unavailable'],
  ['unavailable', after(-1), 'unavailable', 'unavailable'],
] as const)(
  'when it is %s and expires at %p, then it is seen as %s',
  (availability, expiresAt, seen, reason) => {
    const asset = anAsset({ availability, expiresAt });
    expect(availabilityAt(asset, instant)).toBe(seen);
    expect(reasonNotDownloadable(asset, instant)).toBe(reason);
    expect(viewOf(asset, instant)).toMatchObject({ availability: seen, downloadable: reason === null });
  },
);

test('when time goes on, then what once expired never comes back by itself', () => {
  const times = fc.integer({ min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(times, times, fc.nat(), (expiry, now, later) => {
      const asset = anAsset({ expiresAt: after(expiry) });
      const isDownloadable = (at: number) => reasonNotDownloadable(asset, after(at)) === null;
      expect(isDownloadable(now)).toBe(now < expiry);
      if (!isDownloadable(now)) expect(isDownloadable(now + later)).toBe(false);
    }),
  );
});
