import { expect, test } from '@jest/globals';
import { processCounters } from './process-counters.ts';

const counting = (keysMax?: number) => {
  const time = { ms: 0 };
  return { time, counters: processCounters(() => time.ms, keysMax) };
};

test('when the same is counted, then its time begins with the first and is not prolonged', () => {
  const { time, counters } = counting();
  expect(counters.increment('a', 60)).toEqual({ count: 1, resetSeconds: 60 });
  time.ms = 59_999;
  expect(counters.increment('a', 60)).toEqual({ count: 2, resetSeconds: 1 });
  expect(counters.read('a')).toEqual({ count: 2, resetSeconds: 1 });
  time.ms = 60_000;
  expect(counters.read('a')).toEqual({ count: 0, resetSeconds: 0 });
  expect(counters.increment('a', 60)).toEqual({ count: 1, resetSeconds: 60 });
  counters.forget('a');
  expect(counters.increment('a', 60).count).toBe(1);
});

test('when more is counted than there is room for, then what was begun first is forgotten first', () => {
  const { counters } = counting(3);
  for (const key of ['a', 'b', 'c', 'a', 'd']) counters.increment(key, 60);
  expect(['a', 'b', 'c', 'd'].map((key) => counters.read(key).count)).toEqual([0, 1, 1, 1]);
});
