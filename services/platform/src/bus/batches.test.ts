import { expect, test } from '@jest/globals';
import { createBatches } from './batches.ts';

/** Batches that tell what was done at once, and end when they are told to. */
const watched = (
  options: { lanes?: number; largest?: number; durationsMs?: number[]; poison?: string } = {},
) => {
  const told: string[] = [];
  let nowMs = 0;
  const batches = createBatches<string>({
    lanes: options.lanes ?? 1,
    largest: options.largest ?? 10,
    now: () => nowMs,
    doAll: async (items) => {
      told.push(items.join(' '));
      nowMs += options.durationsMs?.shift() ?? 0;
      await Promise.resolve();
      if (options.poison !== undefined && items.includes(options.poison)) throw new Error('poison');
    },
  });
  const addAll = (items: string) => Promise.allSettled(items.split(' ').map((item) => batches.add(item)));
  return { told, addAll, add: batches.add };
};

test('when items come together, then they are done together, as many as a batch takes', async () => {
  const { told, addAll } = watched({ largest: 3 });
  await addAll('a b c d');
  expect(told).toEqual(['a b c', 'd']);
});

test('when items come while another is done, then they gather', async () => {
  const { told, add } = watched();
  const first = add('a');
  await Promise.resolve();
  await Promise.all([first, add('b'), add('c')]);
  expect(told).toEqual(['a', 'b c']);
});

test('when there are two lanes, then a second batch begins beside the first', async () => {
  const { told, add } = watched({ lanes: 2 });
  const first = add('a');
  await Promise.resolve();
  const second = add('b');
  await Promise.resolve();
  expect(told).toEqual(['a', 'b']);
  await Promise.all([first, second]);
});

test('when one of a batch cannot be done, then only that one fails', async () => {
  const { told, addAll } = watched({ poison: 'b' });
  const outcomes = await addAll('a b c');
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told).toEqual(['a b c', 'a', 'b', 'c']);
});

test('when a single one cannot be done, then it is done no second time', async () => {
  const { told, addAll } = watched({ poison: 'a' });
  expect(await addAll('a')).toMatchObject([{ status: 'rejected' }]);
  expect(told).toEqual(['a']);
});

test('when batches take long, then they become smaller, and larger again', async () => {
  const { told, addAll } = watched({ largest: 4, durationsMs: [600, 600, 10, 10] });
  await addAll('a b c d e f g h i j');
  expect(told).toEqual(['a b c d', 'e f', 'g', 'h i', 'j']);
});
