import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOfCode, isOneOf, maskedAddress, newCode, secondsToNextCode } from './guest-code.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

test('when codes are made, then each has six digits, and they are not alike', () => {
  const codes = Array.from({ length: 200 }, newCode);
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(new Set(codes).size).toBeGreaterThan(150);
});

test.each([
  ['never', [], null],
  ['just now', [0], 60],
  ['half a minute ago', [30], 30],
  ['a minute ago', [60], null],
  ['five times within the hour', [3_500, 3_000, 2_000, 1_000, 100], 100],
  ['four times within the hour', [3_000, 2_000, 1_000, 100], null],
  ['ten times within the day', Array.from({ length: 10 }, (_, index) => 80_000 - index * 7_200), 6_400],
])('when one was asked for %s, then another may be after %j: %j s', (_when, seconds, wait) => {
  expect(secondsToNextCode(seconds.map(ago), now)).toBe(wait);
});

test('when codes were asked for at whatever times, then the wait is a whole number of seconds that is enough', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000_000 }), { maxLength: 30 }), (agesMs) => {
      const askedAt = agesMs.map((ageMs) => new Date(now.getTime() - ageMs));
      const wait = secondsToNextCode(askedAt, now);
      expect(wait === null || (Number.isInteger(wait) && wait > 0)).toBe(true);
      expect(secondsToNextCode(askedAt, new Date(now.getTime() + (wait ?? 0) * 1_000))).toBeNull();
    }),
  );
});

test('when a code is hashed, then it is known again where it was sent, and nowhere else', async () => {
  const codeHashes = [await hashOfCode('one', '123456'), await hashOfCode('one', '000001')];
  expect(codeHashes.join()).not.toContain('123456');
  expect(await isOneOf({ id: 'one', codeHashes }, '123456')).toBe(true);
  expect(await isOneOf({ id: 'one', codeHashes }, '000001')).toBe(true);
  expect(await isOneOf({ id: 'one', codeHashes }, '123457')).toBe(false);
  expect(await isOneOf({ id: 'another', codeHashes }, '123456')).toBe(false);
  expect(await isOneOf({ id: 'one', codeHashes: [] }, '123456')).toBe(false);
});

test.each([
  ['lena@agency.example', 'l•••@agency.example'],
  ['x@y.example', 'x•••@y.example'],
  ['ünal@münchen.example', 'ü•••@münchen.example'],
])('when an address is %s, then it is shown as %s', (email, shown) => {
  expect(maskedAddress(email)).toBe(shown);
});
