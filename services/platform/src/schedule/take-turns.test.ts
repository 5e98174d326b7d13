import { expect, test } from '@jest/globals';
import { createTurns, turnsOf } from './take-turns.ts';

const worksOf = (keys: readonly string[]) => {
  const begun: string[] = [];
  const begins = keys.map(() => Promise.withResolvers<undefined>());
  const ends = keys.map(() => Promise.withResolvers<string>());
  const takeTurn = turnsOf(2);
  const results = keys.map((key, index) =>
    takeTurn(key, () => {
      begun.push(`${key}${index}`);
      begins[index]!.resolve(undefined);
      return ends[index]!.promise;
    }),
  );
  return { begun, begins, ends, results };
};

test('when more of one key come than may go on at once, then they go on in their order as others end', async () => {
  const { begun, begins, ends, results } = worksOf(['a', 'a', 'a', 'a', 'b']);
  await Promise.all([begins[0]!.promise, begins[1]!.promise, begins[4]!.promise]);
  expect(begun).toEqual(['a0', 'a1', 'b4']);
  ends[1]!.resolve('done');
  expect(await results[1]).toBe('done');
  await begins[2]!.promise;
  expect(begun).toEqual(['a0', 'a1', 'b4', 'a2']);
});

test('when one fails, then it fails for who asked, and the next one goes on', async () => {
  const { begun, begins, ends, results } = worksOf(['a', 'a', 'a']);
  ends[0]!.reject(new Error('wrong'));
  await expect(results[0]).rejects.toThrow('wrong');
  await begins[2]!.promise;
  expect(begun).toEqual(['a0', 'a1', 'a2']);
});

test('when fewer may go on than do, then the next waits until so many have ended', async () => {
  const turns = createTurns();
  const may = { most: 3 };
  const most = () => may.most;
  const ends = await Promise.all([turns.take('a', most), turns.take('a', most), turns.take('a', most)]);
  may.most = 1;
  const next = turns.take('a', most);
  ends[0]();
  ends[1]();
  expect(turns.waiting('a')).toBe(1);
  ends[2]();
  (await next)();
  expect(turns.waiting('a')).toBe(0);
});
