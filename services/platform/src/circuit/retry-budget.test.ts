import { expect, test } from '@jest/globals';
import { createRetryBudget } from './retry-budget.ts';

test('ten retries at once, then one for ten calls, and no more are saved up', () => {
  const budget = createRetryBudget();
  const takeAll = () => {
    let taken = 0;
    while (budget.take()) taken += 1;
    return taken;
  };
  const earn = (calls: number) => {
    for (let call = 0; call < calls; call += 1) budget.earn();
  };
  expect(takeAll()).toBe(10);
  earn(25);
  expect(takeAll()).toBe(2);
  earn(1_000);
  expect(takeAll()).toBe(10);
});
