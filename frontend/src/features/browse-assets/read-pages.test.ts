import { expect, test } from '@jest/globals';
import { FIRST_PAGE, inPlace, lookingAt, reaching, runAround } from './read-pages.ts';

test('when one looks elsewhere in a list, then what was read stays and only what is looked at is current', () => {
  expect(lookingAt(FIRST_PAGE, 40, 41)).toEqual({ held: [0, 40, 41], first: 40, last: 41 });
  expect(reaching(lookingAt(FIRST_PAGE, 40, 41), 42)).toEqual({ held: [0, 40, 41, 42], first: 40, last: 42 });
});

test('when the same is looked at, then nothing changes', () => {
  expect(lookingAt(FIRST_PAGE, 0, 0)).toBe(FIRST_PAGE);
});

test('when a list was wandered through, then what lies far away is let go', () => {
  let pages = FIRST_PAGE;
  for (let page = 1; page <= 200; page += 1) pages = lookingAt(pages, page, page + 1);
  expect(pages.held).toHaveLength(60);
  expect(pages.held).toContain(201);
  expect(pages.held).not.toContain(0);
});

test('when pages were read here and there, then each item is in its place and the rest is not known', () => {
  const pages = [
    { number: 0, items: ['a', 'b'] },
    { number: 2, items: ['e'] },
  ];
  expect(inPlace(pages, { total: 6, pageSize: 2 })).toEqual(['a', 'b', undefined, undefined, 'e', undefined]);
});

test('when the list has become shorter than what was read of it, then nothing stands beyond its end', () => {
  expect(inPlace([{ number: 0, items: ['a', 'b', 'c'] }], { total: 2, pageSize: 3 })).toEqual(['a', 'b']);
});

test('when something is looked at, then its neighbours reach up to what is not known', () => {
  expect(runAround([undefined, 'b', 'c', undefined, 'e'], 1)).toEqual({ first: 1, last: 2 });
  expect(runAround(['a'], 0)).toEqual({ first: 0, last: 0 });
  expect(runAround(['a'], -1)).toEqual({ first: -1, last: -2 });
});
