import { expect, test } from '@jest/globals';
import { askAgainAfterMs } from './ask-again.ts';

const CLOSED = { status: 'error', data: { downloadsLeft: null } } as const;

test('when a share is closed, then it is asked for so often that it is back within five seconds, and later less often', () => {
  expect(askAgainAfterMs({ ...CLOSED, errorUpdateCount: 1 })).toBeLessThan(5_000);
  expect(askAgainAfterMs({ ...CLOSED, errorUpdateCount: 31 })).toBeGreaterThan(10_000);
});

test('when a share is open, then it is asked for seldom, unless its downloads are counted', () => {
  const open = { status: 'success', errorUpdateCount: 0 } as const;
  const seldom = askAgainAfterMs({ ...open, data: { downloadsLeft: null } });
  expect(seldom).toBeGreaterThan(10_000);
  expect(askAgainAfterMs({ ...open, data: { downloadsLeft: 2 } })).toBeLessThan(seldom);
});
