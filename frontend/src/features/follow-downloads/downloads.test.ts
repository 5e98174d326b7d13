import { expect, test } from '@jest/globals';
import type { Progress } from './downloads.ts';
import { canStartAgain, isUnderWay, mayChange, percentOf, remarkOn } from './downloads.ts';

const progress = (overrides: Partial<Progress> = {}): Progress => ({
  state: 'running',
  abortedBy: null,
  bytesSent: 25,
  code: null,
  ...overrides,
});

test('when a download runs, then there is nothing to say but how far it is', () => {
  expect(remarkOn(progress())).toBeNull();
  expect(percentOf({ byteSize: 100 }, progress())).toBe(25);
  expect(percentOf({ byteSize: 0 }, progress())).toBe(0);
  expect(percentOf({ byteSize: 0 }, progress({ state: 'completed' }))).toBe(100);
});

test.each([
  [{ state: 'prepared' }, 'starting', true, false],
  [{ state: 'completed' }, 'done', false, false],
  [{ state: 'expired' }, 'expired', false, false],
  [{ state: 'aborted', abortedBy: 'reader' }, 'interrupted', true, true],
  [{ state: 'aborted', abortedBy: 'shutdown' }, 'interrupted', true, true],
  [{ state: 'aborted' }, 'interrupted', true, true],
  [{ state: 'aborted', abortedBy: 'source' }, 'unreadable', true, true],
  [{ state: 'aborted', abortedBy: 'revocation' }, 'taken-away', false, false],
] as [Partial<Progress>, string, boolean, boolean][])(
  'when it is as %j, then that is said, and what can still be done',
  (overrides, remark, changes, startsAgain) => {
    const each = progress(overrides);
    expect([remarkOn(each), mayChange(each), canStartAgain(each)]).toEqual([remark, changes, startsAgain]);
    expect(isUnderWay(each)).toBe(changes && !startsAgain);
  },
);

test('when the server cannot be asked, then it is either offline or taken away, and what was done stays done', () => {
  expect(remarkOn(progress({ code: 'offline' }))).toBe('offline');
  expect(mayChange(progress({ code: 'temporarily-unavailable' }))).toBe(true);
  expect(remarkOn(progress({ code: 'link-not-valid' }))).toBe('taken-away');
  expect(remarkOn(progress({ code: 'offline', state: 'completed' }))).toBe('done');
});
