import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askEarly, takeEarlyAnswer } from './early-answers.ts';

const { fetch } = globalThis;
let count = 0;
beforeAll(() => {
  globalThis.fetch = () => Promise.resolve(new Response(`answer ${++count}`));
});
afterAll(() => {
  globalThis.fetch = fetch;
});

test('when an answer was asked for early, then the first who wants it gets it, and nobody after', async () => {
  void askEarly('/first');
  expect(await (await takeEarlyAnswer('/first'))?.text()).toMatch(/^answer/);
  expect(takeEarlyAnswer('/first')).toBeUndefined();
});

test('when the page was quicker than the early script, then what that asked for is given to nobody later', async () => {
  expect(takeEarlyAnswer('/second')).toBeUndefined();
  expect((await askEarly('/second')).ok).toBe(true);
  expect(takeEarlyAnswer('/second')).toBeUndefined();
});
