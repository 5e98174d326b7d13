import { expect, test } from '@jest/globals';
import { createWriteTurns } from './write-turns.ts';

const nextTurn = (): Promise<void> => new Promise((turned) => setImmediate(turned));

/** Writes of some sizes, all wanted at once; answers which were let go in each turn of the loop. */
const turnsOf = async (byteSizes: readonly number[], byteSizePerTurn: number): Promise<number[][]> => {
  const turns = createWriteTurns({ byteSizePerTurn });
  const gone: number[][] = [[]];
  byteSizes.forEach((byteSize, index) => {
    const wait = turns.wait(byteSize);
    if (wait === undefined) gone.at(-1)?.push(index);
    else void wait.then(() => gone.at(-1)?.push(index));
  });
  for (let left = byteSizes.length; gone.flat().length < byteSizes.length && left > 0; left -= 1) {
    gone.push([]);
    await nextTurn();
  }
  return gone.filter((indexes) => indexes.length > 0);
};

test('when there is room in a turn, then nobody waits', async () => {
  expect(await turnsOf([4, 3, 2], 10)).toEqual([[0, 1, 2]]);
});

test('when more is wanted than a turn takes, then the rest goes in the next ones, first come first served', async () => {
  expect(await turnsOf([6, 6, 1, 6, 6], 10)).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
});

test('when one write is larger than a turn, then it goes alone', async () => {
  expect(await turnsOf([50, 50, 50], 10)).toEqual([[0], [1], [2]]);
});

test('when nothing was wanted for a while, then a turn is new', async () => {
  const turns = createWriteTurns({ byteSizePerTurn: 10 });
  expect(turns.wait(10)).toBeUndefined();
  await nextTurn();
  await nextTurn();
  expect(turns.wait(10)).toBeUndefined();
  expect(turns.wait(10)).toBeInstanceOf(Promise);
});
