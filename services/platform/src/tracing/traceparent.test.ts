import { expect, test } from '@jest/globals';
import { parseTraceparent, traceparentOf } from './traceparent.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

test('when a traceparent is read and written, then it is the same', () => {
  const parsed = parseTraceparent(traceparent);
  expect(parsed).toMatchObject({ traceFlags: 1, isRemote: true });
  expect(parsed && traceparentOf(parsed)).toBe(traceparent);
});

test('when something is no traceparent, then there is no parent', () => {
  const wrong = [undefined, '', 'x', traceparent.toUpperCase(), `00-${'0'.repeat(32)}-b7ad6b7169203331-01`];
  for (const text of wrong) expect(parseTraceparent(text)).toBeUndefined();
});
