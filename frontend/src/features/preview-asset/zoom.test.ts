import { expect, test } from '@jest/globals';
import { SCALES, nextScale, scrollAround } from './zoom.ts';

test('when a picture is looked at closer and closer, then every scale is passed, and the last one stays', () => {
  const passed = SCALES.map((scale) => nextScale(scale, 'in'));
  expect(passed).toEqual([...SCALES.slice(1), SCALES.at(-1)]);
});

test('when one goes back from the closest, then it ends where the whole picture is seen', () => {
  expect(nextScale(6, 'out')).toBe(4);
  expect(nextScale(1, 'out')).toBe(1);
});

test('when the middle was pointed at, then the middle stays below the pointer', () => {
  expect(scrollAround({ x: 0.5, y: 0.5 }, { x: 400, y: 300 }, { width: 1600, height: 1200 })).toEqual({
    x: 400,
    y: 300,
  });
});

test('when the edge was pointed at, then nothing is scrolled beyond it', () => {
  expect(scrollAround({ x: 0, y: 0.1 }, { x: 10, y: 300 }, { width: 1600, height: 1200 })).toEqual({
    x: 0,
    y: 0,
  });
});
