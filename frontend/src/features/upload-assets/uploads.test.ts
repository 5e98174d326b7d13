import { expect, test } from '@jest/globals';
import {
  added,
  canRetry,
  changed,
  inOrder,
  nextOf,
  progressOf,
  restMsAfter,
  retried,
  retriedAll,
  triedInVain,
  without,
} from './uploads.ts';

const files = (...sizes: number[]) =>
  sizes.map((size, index) => new File(['x'.repeat(size)], `${index}.txt`));
const idAt = (uploads: ReturnType<typeof added>, index: number) => uploads[index]?.id ?? '';

test('when many files are chosen, then three start and the others wait', () => {
  const uploads = added([], files(1, 1, 1, 1, 1), 'brand');
  expect(nextOf(uploads)).toHaveLength(3);
});

test('when one is sending, then two more may start', () => {
  const uploads = added([], files(1, 1, 1, 1, 1), 'brand');
  expect(nextOf(changed(uploads, idAt(uploads, 0), { state: 'sending' }))).toHaveLength(2);
});

test('when one failed, then it does not hold up the progress of the others', () => {
  const uploads = added([], files(10, 30), 'brand');
  const failed = changed(uploads, idAt(uploads, 0), { state: 'failed', sentBytes: 4, code: 'offline' });
  const half = changed(failed, idAt(uploads, 1), { state: 'sending', sentBytes: 15 });
  expect(progressOf(half)).toEqual({
    running: 1,
    done: 0,
    failed: 1,
    isHeldUp: false,
    sentBytes: 15,
    totalBytes: 30,
  });
});

test('when a failed one is retried, then it waits again from its beginning', () => {
  const uploads = added([], files(10), 'brand');
  const failed = changed(uploads, idAt(uploads, 0), { state: 'failed', sentBytes: 4, code: 'offline' });
  expect(retried(failed, idAt(uploads, 0))[0]).toMatchObject({ state: 'waiting', sentBytes: 0, code: null });
});

test('when one is taken out, then the others stay', () => {
  const uploads = added([], files(1, 2), 'brand');
  expect(without(uploads, idAt(uploads, 0))).toEqual([uploads[1]]);
});

test('when the file is empty, then there is no use in another try; when the line broke, then there is', () => {
  const uploads = added([], files(0), 'brand');
  const failed = (code: 'empty-file' | 'offline') =>
    changed(uploads, idAt(uploads, 0), { state: 'failed', code }).map(canRetry);
  expect(failed('empty-file')).toEqual([false]);
  expect(failed('offline')).toEqual([true]);
});

test('when several failed, then all that another try can help are retried at once', () => {
  const uploads = added([], files(1, 0, 1), 'brand');
  const broken = ['internal-error', 'empty-file', 'internal-error'] as const;
  const failed = broken.reduce<typeof uploads>(
    (all, code, index) => changed(all, idAt(uploads, index), { state: 'failed', code }),
    uploads,
  );
  expect(retriedAll(failed).map(({ state }) => state)).toEqual(['waiting', 'failed', 'waiting']);
});

test('when the line breaks, then an upload waits and goes on, but not for ever', () => {
  const [upload] = added([], files(10), 'brand');
  const after = Array.from({ length: 6 }, (_, tries) => triedInVain({ ...upload!, tries }, 'offline').state);
  expect(after).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting', 'failed']);
  expect([1, 2, 3, 6].map(restMsAfter)).toEqual([1_000, 2_000, 4_000, 15_000]);
});

test('when the session is over, then an upload waits for another one', () => {
  const [upload] = added([], files(10), 'brand');
  expect(triedInVain(upload!, 'not-signed-in')).toMatchObject({ state: 'waiting', tries: 1 });
});

test('when the file itself is refused, then it fails at the first try', () => {
  const [upload] = added([], files(10), 'brand');
  expect(triedInVain(upload!, 'too-large')).toEqual({ state: 'failed', code: 'too-large' });
});

test('when all that goes on waits for the connection, then that is said of all', () => {
  const uploads = added([], files(10, 10), 'brand');
  const interrupted = changed(uploads, idAt(uploads, 0), { isInterrupted: true });
  expect(progressOf(interrupted).isHeldUp).toBe(true);
  const other = changed(interrupted, idAt(uploads, 1), { state: 'sending' });
  expect(progressOf(other).isHeldUp).toBe(false);
});

test('when uploads are shown, then what failed comes first, and what is done last', () => {
  const uploads = added([], files(1, 1, 1, 1), 'brand');
  const states = ['done', 'waiting', 'failed', 'sending'] as const;
  const mixed = uploads.map((upload, index) => ({ ...upload, state: states[index]! }));
  const { failed, going, done } = inOrder(mixed);
  expect([failed, going, done].map((all) => all.map(({ file }) => file.name))).toEqual([
    ['2.txt'],
    ['3.txt', '1.txt'],
    ['0.txt'],
  ]);
});
