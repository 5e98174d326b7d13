import { expect, test } from '@jest/globals';
import { createPaceMeter } from './pace.ts';

const FRAME_MS = 16;

/** Scrolled by so many windows in each of these frames, after a while at rest. */
function meterAfter(windowsAFrame: readonly number[]) {
  const meter = createPaceMeter();
  meter.note(5, 0);
  let place = 5;
  let nowMs = 1_000;
  for (const windows of windowsAFrame) {
    place += windows;
    nowMs += FRAME_MS;
    meter.note(place, nowMs);
  }
  return { meter, nowMs, pace: meter.at(nowMs) };
}
const frames = (count: number, windows: number) => new Array<number>(count).fill(windows);

test('when it is scrolled by hand, then it is calm, also upwards', () => {
  expect(meterAfter(frames(60, 0.06)).pace).toBe('calm');
  expect(meterAfter(frames(60, -0.06)).pace).toBe('calm');
});

test('when a wheel is spun, then it is quick, and beyond what can be read it flies', () => {
  expect(meterAfter(frames(60, 0.15)).pace).toBe('quick');
  expect(meterAfter(frames(60, -0.4)).pace).toBe('flying');
});

test('when it leaps once, however far, then it is calm: somebody looks there', () => {
  expect(meterAfter([4_000]).pace).toBe('calm');
});

test('when a page is turned smoothly, then it is calm', () => {
  expect(meterAfter(frames(15, 0.9 / 15)).pace).toBe('calm');
});

test('when it rests, then it is calm at once, and what was before it counts no more', () => {
  const { meter, nowMs } = meterAfter(frames(30, 0.4));
  expect(meter.at(nowMs + 60)).toBe('flying');
  expect(meter.at(nowMs + 100)).toBe('calm');
  expect(meter.note(0, nowMs + 120)).toBe('calm');
});

test('when it slows down, then it is calm before it stands', () => {
  expect(meterAfter([...frames(20, 0.4), ...frames(20, 0.05)]).pace).toBe('calm');
});
