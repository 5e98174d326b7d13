import { afterEach, expect, test } from '@jest/globals';
import { giveWay, goFirst, goLast } from './give-way.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A request that is not answered yet. */
const asked = (run: () => void = () => undefined) => {
  const end = goFirst(run);
  ends.push(end);
  return end;
};
/** What a request does that turns out to take long. */
const within = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const outcome = Promise.withResolvers<Result>();
  asked(() => void work().then(outcome.resolve, outcome.reject));
  return outcome.promise;
};
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
/** Whether work goes on later than at the next turn. */
const isHeldBack = async (work: () => Promise<void>): Promise<boolean> => {
  let goesOn = false;
  const done = work().then(() => (goesOn = true));
  await turns(2);
  const waits = !goesOn;
  await done;
  return waits;
};

test('when somebody can be answered soon, then long work goes on after that', async () => {
  const order: string[] = [];
  const end = asked();
  const work = within(giveWay).then(() => order.push('the work'));
  await turns(3);
  order.push('the answer');
  end();
  await work;
  expect(order).toEqual(['the answer', 'the work']);
});

test('when nobody else is there, then long work goes on at the next turn, and does not wait for itself', async () => {
  expect(await isHeldBack(() => within(giveWay))).toBe(false);
});

test('when what is asked for turns out to be long, then nobody holds back for it', async () => {
  asked(goLast);
  expect(await isHeldBack(() => within(giveWay))).toBe(false);
});

test('when work is no part of a request, then it goes on at the next turn', async () => {
  asked();
  expect(await isHeldBack(giveWay)).toBe(false);
});

test('when an answer is long in coming, then long work goes on all the same', async () => {
  asked();
  await within(giveWay);
  await within(giveWay);
  expect.assertions(0);
});

test('when others are there all the time, then long work holds back for a second in all', async () => {
  const times = await within(async () => {
    let count = 0;
    while (count < 100) {
      asked();
      if (!(await isHeldBack(giveWay))) break;
      count += 1;
    }
    return count;
  });
  expect(times).toBeGreaterThan(1);
  expect(times).toBeLessThan(100);
});

test('when it takes long, then it holds back for half of its time', async () => {
  const heldBackMs = await within(async () => {
    for (const from = performance.now(); performance.now() - from < 1_500;) await turns(1);
    let held = 0;
    for (const endsAt = performance.now() + 2_000; performance.now() < endsAt;) {
      asked();
      const sinceMs = performance.now();
      if (await isHeldBack(giveWay)) held += performance.now() - sinceMs;
    }
    return held;
  });
  expect(heldBackMs).toBeGreaterThan(1_150);
});
