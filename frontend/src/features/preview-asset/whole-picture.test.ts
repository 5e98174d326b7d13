import { expect, test } from '@jest/globals';
import { anAsset } from '../../shared/assets/an-asset.ts';
import { isForPrint, isWorthReadingWhole } from './whole-picture.ts';

const photo = {
  kind: 'image',
  mediaType: 'image/jpeg',
  width: 6_000,
  height: 4_000,
  byteSize: 12e6,
} as const;

test.each([
  ['a photo with more pixels than its preview', {}, true],
  ['one that its preview shows whole', { width: 1_600, height: 1_200 }, false],
  ['a long strip', { width: 400, height: 4_000 }, true],
  ['one of a kind that no browser shows', { mediaType: 'image/tiff' }, false],
  ['a drawing that would be drawn by the browser', { mediaType: 'image/svg+xml' }, false],
  ['one of more pixels than a tab should hold', { width: 20_000, height: 20_000 }, false],
  ['one of more bytes than that', { byteSize: 300e6 }, false],
  ['one that was never measured', { width: null, height: null }, false],
  ['one that expired', { availability: 'expired', downloadable: false }, false],
  ['one that the guests of a share cannot have', { reason: 'unavailable' }, false],
  ['a page of a document', { kind: 'pdf', mediaType: 'application/pdf' }, false],
] as const)('when it is %s, then whether it is read whole is known', (_what, more, is) => {
  expect(isWorthReadingWhole(anAsset({ ...photo, ...more }), {})).toBe(is);
});

test('when downloads are counted, then nothing is read whole to be looked at', () => {
  expect(isWorthReadingWhole(anAsset(photo), { isGuest: true, isCounted: true })).toBe(false);
});

/** A JPEG up to its frame, after a segment of so many bytes. */
const jpeg = (colours: number, profileByteSize = 14, before: readonly number[] = []): DataView => {
  const profile = [0xff, 0xe2, (profileByteSize + 2) >> 8, (profileByteSize + 2) & 255];
  const frame = [0xff, 0xc2, 0, 17, 8, 0, 9, 0, 9, colours, 1, 0x11, 0];
  const zeros = Array.from({ length: profileByteSize }, () => 0);
  return new DataView(Uint8Array.from([0xff, 0xd8, ...before, ...profile, ...zeros, ...frame]).buffer);
};

test('when a JPEG has four colours, then it is for print, wherever its frame is', () => {
  expect([jpeg(1), jpeg(3), jpeg(4)].map(isForPrint)).toEqual([false, false, true]);
  expect(isForPrint(jpeg(4, 60_000))).toBe(true);
  expect(isForPrint(jpeg(4, 14, [0xff]))).toBe(true);
});

test('when it is something else, or cut, or nonsense, then that is not said of it', () => {
  const others = [
    [],
    [0xff, 0xd8],
    [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0],
    [0xff, 0xd8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4],
  ];
  for (const bytes of others) expect(isForPrint(new DataView(Uint8Array.from(bytes).buffer))).toBe(false);
  const whole = jpeg(4);
  for (let end = 0; end < 27; end += 1) expect(isForPrint(new DataView(whole.buffer, 0, end))).toBe(false);
});
