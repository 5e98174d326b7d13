import { expect, test } from '@jest/globals';
import { newPlayback } from './playback.ts';

const renewals = (playback: ReturnType<typeof newPlayback>): number => {
  let count = 0;
  while (playback.renew()) count += 1;
  return count;
};

test('when a browser never knew what it is, then one more address is asked for, and no other', () => {
  expect(renewals(newPlayback())).toBe(1);
});

test('when what plays loses its address again and again, then it gives up, and each step forward begins anew', () => {
  const playback = newPlayback();
  playback.load();
  expect(renewals(playback)).toBe(3);
  playback.reach(1);
  expect(renewals(playback)).toBe(3);
  playback.reach(0.5);
  expect(renewals(playback)).toBe(0);
});

test('when it is wanted before there is an address, then that is kept', () => {
  const playback = newPlayback();
  playback.want(true);
  playback.load();
  expect([playback.isWanted(), playback.time()]).toEqual([true, 0]);
});
