import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideRange } from './range-header.ts';

const etag = '"v1"';
const decide = (range: string | undefined, byteSize = 100, more = {}) =>
  decideRange({ range, ...more }, { byteSize, etag });
const whole = (byteSize = 100) => ({ status: 200, from: 0, to: byteSize });
const part = (from: number, to: number, byteSize = 100) => ({
  status: 206,
  from,
  to,
  contentRange: `bytes ${from}-${to - 1}/${byteSize}`,
});

test.each([
  ['bytes=0-0', part(0, 1)],
  ['bytes=0-99', part(0, 100)],
  ['bytes=10-', part(10, 100)],
  ['bytes=-10', part(90, 100)],
  ['bytes=-1000', part(0, 100)],
  ['bytes=90-1000', part(90, 100)],
  ['Bytes= 5-6 ', part(5, 7)],
  [`bytes=0-${'9'.repeat(400)}`, part(0, 100)],
])('when one range is asked for as %s, then it is served', (range, decision) => {
  expect(decide(range)).toEqual(decision);
});

test.each([
  undefined,
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=6-5',
  'bytes=a-b',
  'items=0-1',
  'bytes=0-1,4-5',
  'bytes=+1-2',
  'bytes=1.5-2',
  'bytes=0x1-2',
])('when the header is %j, then the whole is served', (range) => {
  expect(decide(range)).toEqual(whole());
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
  'when %s lies behind the end, then it is unsatisfiable',
  (range) => {
    expect(decide(range)).toEqual({ status: 416, contentRange: 'bytes */100' });
  },
);

test('when the file is empty, then every first byte is unsatisfiable and its last bytes are the whole', () => {
  expect(decide('bytes=0-', 0)).toEqual({ status: 416, contentRange: 'bytes */0' });
  expect(decide('bytes=-5', 0)).toEqual(whole(0));
});

test.each([
  [etag, part(1, 100)],
  ['W/"v1"', whole()],
  ['"v0"', whole()],
  ['Mon, 23 Nov 2026 09:55:06 GMT', whole()],
])('when If-Range is %s, then only the same strong tag gets the range', (ifRange, decision) => {
  expect(decide('bytes=1-', 100, { ifRange })).toEqual(decision);
});

test.each(['*', etag, 'W/"v1"', '"v0", "v1"'])(
  'when If-None-Match is %s, then nothing is sent',
  (ifNoneMatch) => {
    expect(decide('bytes=500-', 100, { ifNoneMatch })).toEqual({ status: 304 });
  },
);

test.each(['"v0"', 'v1', ''])('when If-None-Match is %j, then it is another version', (ifNoneMatch) => {
  expect(decide(undefined, 100, { ifNoneMatch })).toEqual(whole());
});

test.each(['*', etag, '"v0", "v1"'])('when If-Match is %s, then it is that version', (ifMatch) => {
  expect(decide('bytes=1-', 100, { ifMatch })).toEqual(part(1, 100));
});

test.each(['"v0"', 'W/"v1"', 'v1', ''])('when If-Match is %j, then nothing is sent', (ifMatch) => {
  expect(decide('bytes=1-', 100, { ifMatch, ifNoneMatch: etag })).toEqual({ status: 412 });
});

test('whatever the header, then the bytes to send lie within the file', () => {
  const number = fc.oneof(fc.nat(12), fc.constant(''));
  const header = fc.oneof(
    fc.tuple(number, number).map(([first, last]) => `bytes=${first}-${last}`),
    fc.string({ unit: fc.constantFrom('bytes=', '-', ',', '1', '9', ' ') }),
  );
  fc.assert(
    fc.property(header, fc.nat(10), (range, byteSize) => {
      const decision = decide(range, byteSize);
      if (decision.status !== 200 && decision.status !== 206) return;
      expect(decision.from).toBeGreaterThanOrEqual(0);
      expect(decision.to).toBeLessThanOrEqual(byteSize);
      expect(decision.to - decision.from).toBeGreaterThanOrEqual(decision.status === 206 ? 1 : 0);
    }),
  );
});
