import { expect, test } from '@jest/globals';
import { turnsOf } from './take-turns.ts';

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
