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
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('when somebody can be answered soon, then long work goes on after that', async () => {
  const order: string[] = [];
  const end = asked();
  const work = giveWay().then(() => order.push('the work'));
  await turns(3);
  order.push('the answer');
  end();
  await work;
  expect(order).toEqual(['the answer', 'the work']);
});

test('when nobody else is there, then long work goes on at the next turn, and does not wait for itself', async () => {
  const order: string[] = [];
  const work = Promise.withResolvers<undefined>();
  asked(() => {
    void giveWay().then(() => {
      order.push('the work');
      work.resolve(undefined);
    });
  });
  await turns(2);
  order.push('later');
  await work.promise;
  expect(order).toEqual(['the work', 'later']);
});

test('when what is asked for turns out to be long, then nobody holds back for it', async () => {
  const order: string[] = [];
  asked(goLast);
  const work = giveWay().then(() => order.push('the work'));
  await turns(2);
  order.push('later');
  await work;
  expect(order).toEqual(['the work', 'later']);
});

test('when an answer is long in coming, then long work goes on all the same', async () => {
  asked();
  await giveWay();
  await giveWay();
  expect.assertions(0);
});

test('when others are there all the time, then long work holds back for a second in all', async () => {
  const heldBack = Promise.withResolvers<number>();
  const isHeldBack = async () => {
    asked();
    let goesOn = false;
    const work = giveWay().then(() => (goesOn = true));
    await turns(2);
    const waits = !goesOn;
    await work;
    return waits;
  };
  asked(() => {
    const work = async () => {
      let times = 0;
      while (times < 100 && (await isHeldBack())) times += 1;
      return times;
    };
    work().then(heldBack.resolve, heldBack.reject);
  });
  const times = await heldBack.promise;
  expect(times).toBeGreaterThan(1);
  expect(times).toBeLessThan(100);
});
