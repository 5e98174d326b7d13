import { expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';
import { ownTimeOf } from './own-time.ts';
import { standStill } from './stand-still.ts';

/** Work that waits so many times, each time for some 20 ms. */
const waiting = async (times: number): Promise<void> => {
  const tried = { times: 0 };
  await eventually(() => {
    tried.times += 1;
    expect(tried.times).toBeGreaterThan(times);
  });
};

test('when work waits, then that is its time', async () => {
  expect(await ownTimeOf(() => waiting(20))).toBeGreaterThanOrEqual(200);
});

test('when the process stands still meanwhile, then that is nobody’s time', async () => {
  const tookMs = await ownTimeOf(() => {
    standStill(1_000);
    return waiting(1);
  });
  expect(tookMs).toBeLessThan(500);
});
