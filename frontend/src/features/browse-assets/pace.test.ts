import { expect, test } from '@jest/globals';
import { createPaceMeter } from './pace.ts';
import type { Pace, PaceMeter } from './pace.ts';

const FRAME_MS = 16;

type Scrolled = { meter: PaceMeter; place: number; nowMs: number };

const opened = (): Scrolled => {
  const meter = createPaceMeter();
  meter.note(5, 0);
  return { meter, place: 5, nowMs: 1_000 };
};

/** Scrolled by so many windows in each of these frames. */
function scrolled(from: Scrolled, windowsAFrame: readonly number[], frameMs = FRAME_MS) {
  const { meter } = from;
  let { place, nowMs } = from;
  let pace: Pace = 'calm';
  for (const windows of windowsAFrame) {
    place += windows;
    nowMs += frameMs;
    meter.note(place, nowMs);
    pace = meter.frame(nowMs);
  }
  return { meter, place, nowMs, pace };
}

const meterAfter = (windowsAFrame: readonly number[]) => scrolled(opened(), windowsAFrame);

const frames = (count: number, windows: number) => new Array<number>(count).fill(windows);

test('when it is scrolled by hand, then it is calm, also upwards', () => {
  expect(meterAfter(frames(60, 0.06)).pace).toBe('calm');
  expect(meterAfter(frames(60, -0.06)).pace).toBe('calm');
});

test('when a wheel is spun, then it is quick, and beyond what can be read it flies', () => {
  expect(meterAfter(frames(60, 0.15)).pace).toBe('quick');
  expect(meterAfter(frames(60, -0.4)).pace).toBe('flying');
});

test('when a wheel is spun fast, then it is quick from its third frame on; a turn or two of it are calm', () => {
  expect(meterAfter(frames(2, 0.18)).pace).toBe('calm');
  expect(meterAfter(frames(3, 0.18)).pace).toBe('quick');
  expect(meterAfter([0.02, 0.06, 0.08, 0.06, 0.02]).pace).toBe('calm');
  expect(meterAfter([0.02, 0.06, 0.08, 0.06, 0.02, 0.02, 0.06, 0.08, 0.06, 0.02]).pace).toBe('calm');
});

test('when keys lead along it, then what comes is to be pressed, however fast; a moment later it passes', () => {
  for (const windows of [0.15, -0.4]) {
    const from = opened();
    from.meter.lead(from.nowMs + 300);
    expect(scrolled(from, frames(20, windows)).pace).toBe('led');
    expect(scrolled(from, frames(60, windows)).pace).not.toBe('led');
  }
});

test('when it leaps once, however far, then it is calm: somebody looks there', () => {
  expect(meterAfter([4_000]).pace).toBe('calm');
});

test('when a page is turned smoothly, then it is calm', () => {
  expect(meterAfter(frames(15, 0.9 / 15)).pace).toBe('calm');
});

test('when it rests for some frames, then it is calm at once, and what was before it counts no more', () => {
  const flown = meterAfter(frames(30, 0.4));
  expect(scrolled(flown, frames(3, 0)).pace).toBe('flying');
  const rested = scrolled(flown, frames(6, 0));
  expect(rested.pace).toBe('calm');
  expect(rested.meter.isResting()).toBe(true);
  expect(rested.meter.note(0, rested.nowMs)).toBe('calm');
});

test('when a single frame takes long, then that is no rest', () => {
  const { meter, nowMs } = meterAfter(frames(30, 0.4));
  expect(meter.frame(nowMs + 100)).toBe('flying');
});

test('when it slows down, then it is calm before it stands', () => {
  expect(meterAfter([...frames(20, 0.4), ...frames(20, 0.05)]).pace).toBe('calm');
});

const late = (windowsAFrame: readonly number[]) =>
  scrolled(meterAfter(frames(3, 0.06)), windowsAFrame, 2 * FRAME_MS);

test('when frames come late, then a way counts as if they had come in time, and pictures are left out sooner', () => {
  expect(late(frames(20, 0.3)).pace).toBe('flying');
  expect(late(frames(20, 0.06)).pace).toBe('quick');
  expect(late(frames(20, 0.02)).pace).toBe('calm');
});

test('when a display shows thirty frames a second, then none of them is late', () => {
  expect(scrolled(opened(), frames(20, 0.06), 33).pace).toBe('calm');
});

test('when frames were late and come in time since, then it stays so until it is slower or rests', () => {
  const inTime = scrolled(late(frames(20, 0.06)), frames(40, 0.06));
  expect(inTime.pace).toBe('quick');
  expect(scrolled(inTime, frames(40, 0.02)).pace).toBe('calm');
  const rested = scrolled(late(frames(20, 0.06)), frames(6, 0));
  expect(scrolled(rested, frames(40, 0.06)).pace).toBe('calm');
});

test('when it goes too fast for anything to be aimed at, then it passes, until it slows down or rests', () => {
  expect(meterAfter(frames(20, 0.02)).meter.isPassing()).toBe(true);
  expect(meterAfter(frames(20, 0.005)).meter.isPassing()).toBe(false);
  expect(meterAfter([4_000]).meter.isPassing()).toBe(false);
  const spun = meterAfter(frames(20, 0.1));
  expect(scrolled(spun, frames(20, 0.005)).meter.isPassing()).toBe(false);
  expect(scrolled(spun, frames(10, 0)).meter.isPassing()).toBe(false);
});
