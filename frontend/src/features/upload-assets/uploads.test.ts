import { expect, test } from '@jest/globals';
import { added, canRetry, changed, nextOf, progressOf, retried, without } from './uploads.ts';

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
  expect(progressOf(half)).toEqual({ running: 1, done: 0, failed: 1, sentBytes: 15, totalBytes: 30 });
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
