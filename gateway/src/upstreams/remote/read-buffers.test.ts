import { expect, test } from '@jest/globals';
import { LARGE_BYTE_SIZE, SMALL_BYTE_SIZE, createReadBuffers } from './read-buffers.ts';

test('when all large buffers are taken, then nobody waits: there are small ones', () => {
  const buffers = createReadBuffers(2);
  const taken = [buffers.take(true), buffers.take(true), buffers.take(true), buffers.take(false)];
  expect(taken.map(({ length }) => length)).toEqual([
    LARGE_BYTE_SIZE,
    LARGE_BYTE_SIZE,
    SMALL_BYTE_SIZE,
    SMALL_BYTE_SIZE,
  ]);
  expect(new Set(taken).size).toBe(4);
});

test('when a buffer is given back, then it is used again; one that was discarded is not, and leaves room for another', () => {
  const buffers = createReadBuffers(1);
  const [large, small] = [buffers.take(true), buffers.take(false)];
  buffers.giveBack(large);
  buffers.giveBack(small);
  expect([buffers.take(true), buffers.take(false)]).toEqual([large, small]);
  buffers.discard(large);
  const another = buffers.take(true);
  expect(another.length).toBe(LARGE_BYTE_SIZE);
  expect(another).not.toBe(large);
});
