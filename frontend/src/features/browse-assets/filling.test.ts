import { expect, test } from '@jest/globals';
import { createFilling, isFilled } from './filling.ts';
import type { DrawnRows } from './filling.ts';

const COLUMNS = 3;

const countsOf = (rows: DrawnRows) => Object.fromEntries([...rows].map(([row, { count }]) => [row, count]));
const detailsOf = (rows: DrawnRows) =>
  Object.fromEntries([...rows].map(([row, { detail }]) => [row, detail]));

/** Draws these rows one after another, three items in each, and tells how many of each were whole. */
function drawn(drawings: readonly number[][], itemsPerDrawing = 4): Record<number, number>[] {
  const filling = createFilling(itemsPerDrawing);
  return drawings.map((rows) => {
    const next = filling.next(rows, COLUMNS);
    filling.keep(next);
    return countsOf(next);
  });
}

test('when a list is opened, then all that it shows is whole at once', () => {
  expect(drawn([[0, 1, 2]])).toEqual([{ 0: 3, 1: 3, 2: 3 }]);
});

test('when what nobody sees yet may follow, then the rows beyond the window are filled after it is opened', () => {
  const filling = createFilling(4, { rowsLater: 2 });
  const opened = filling.next([1, 0, 2, 3], COLUMNS);
  expect(countsOf(opened)).toEqual({ 1: 3, 0: 3, 2: 0, 3: 0 });
  filling.keep(opened);
  expect(countsOf(filling.next([1, 0, 2, 3], COLUMNS))).toEqual({ 1: 3, 0: 3, 2: 3, 3: 1 });
});

test('when a list has fewer rows than may follow, then its first one is whole at once', () => {
  expect(countsOf(createFilling(4, { rowsLater: 2 }).next([0], COLUMNS))).toEqual({ 0: 3 });
});

test('when it is scrolled by a row, then that row is whole at once', () => {
  expect(
    drawn([
      [0, 1],
      [1, 2],
    ]),
  ).toEqual([
    { 0: 3, 1: 3 },
    { 1: 3, 2: 3 },
  ]);
});

test('when more comes than a drawing has time for, then the rest is filled in the drawings after it', () => {
  expect(
    drawn([
      [0, 1],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]),
  ).toEqual([
    { 0: 3, 1: 3 },
    { 1: 3, 2: 3, 3: 1, 4: 0 },
    { 1: 3, 2: 3, 3: 3, 4: 2 },
    { 1: 3, 2: 3, 3: 3, 4: 3 },
  ]);
});

test('when each drawing is somewhere else, then nothing is filled until it rests; and what matters most is first', () => {
  expect(
    drawn([
      [0, 1],
      [40, 41],
      [71, 70],
      [71, 70],
    ]),
  ).toEqual([
    { 0: 3, 1: 3 },
    { 40: 0, 41: 0 },
    { 70: 0, 71: 0 },
    { 70: 1, 71: 3 },
  ]);
});

test('when the columns become more or fewer, then as many of a row are drawn as it has', () => {
  const filling = createFilling(4);
  filling.keep(filling.next([0, 1], 3));
  expect(countsOf(filling.next([0, 1], 2))).toEqual({ 0: 2, 1: 2 });
  expect(countsOf(filling.next([0, 1], 5))).toEqual({ 0: 5, 1: 5 });
});

test('when rows pass quickly, then their names come; those that were whole stay', () => {
  const filling = createFilling(9);
  filling.keep(filling.next([0, 1], COLUMNS));
  const quick = filling.next([1, 2], COLUMNS, 'quick');
  expect(countsOf(quick)).toEqual({ 1: 3, 2: 3 });
  expect(detailsOf(quick)).toEqual({ 1: 'picture', 2: 'name' });
  expect(isFilled(quick, COLUMNS, 'quick')).toBe(true);
  filling.keep(quick);
  expect(detailsOf(filling.next([1, 2], COLUMNS, 'calm'))).toEqual({ 1: 'picture', 2: 'picture' });
});

test('when it is calm after names have passed, then they become whole, those first that matter most, row by row', () => {
  const filling = createFilling(3);
  filling.keep(filling.next([0, 1, 2], COLUMNS));
  filling.keep(filling.next([2, 3, 4], COLUMNS, 'quick'));
  const steps = [1, 2, 3].map(() => {
    const next = filling.next([4, 3, 2], COLUMNS);
    filling.keep(next);
    return [detailsOf(next), isFilled(next, COLUMNS, 'calm')];
  });
  expect(steps).toEqual([
    [{ 2: 'picture', 3: 'name', 4: 'picture' }, false],
    [{ 2: 'picture', 3: 'picture', 4: 'picture' }, true],
    [{ 2: 'picture', 3: 'picture', 4: 'picture' }, true],
  ]);
});

test('when names pass, then more of them come in a frame than whole items would', () => {
  const filling = createFilling(3);
  filling.keep(filling.next([0, 1], COLUMNS));
  expect(countsOf(filling.next([1, 2, 3], COLUMNS, 'quick'))).toEqual({ 1: 3, 2: 3, 3: 3 });
  expect(countsOf(filling.next([1, 2, 3], COLUMNS, 'led'))).toEqual({ 1: 3, 2: 3, 3: 0 });
});

test('when keys lead along rows, then these can be pressed, and their pictures come when it is calm', () => {
  const filling = createFilling(9);
  filling.keep(filling.next([0, 1], COLUMNS));
  const led = filling.next([1, 2], COLUMNS, 'led');
  expect(detailsOf(led)).toEqual({ 1: 'picture', 2: 'controls' });
  filling.keep(led);
  expect(detailsOf(filling.next([1, 2], COLUMNS, 'calm'))).toEqual({ 1: 'picture', 2: 'picture' });
});

test('when rows fly by, then they are shapes', () => {
  const filling = createFilling(9);
  filling.keep(filling.next([0, 1], COLUMNS));
  expect(countsOf(filling.next([1, 2, 3], COLUMNS, 'flying'))).toEqual({ 1: 3, 2: 0, 3: 0 });
});

test('when a list is opened while it is scrolled, then its pictures are there', () => {
  expect(detailsOf(createFilling(9).next([0, 1], COLUMNS, 'flying'))).toEqual({ 0: 'picture', 1: 'picture' });
});
