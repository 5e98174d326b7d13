import { expect, test } from '@jest/globals';
import { othersThan } from './others.ts';

test('when two come, then each of them has another there until that one was quiet for long enough', () => {
  const time = { ms: 0 };
  const { note, isOtherThere } = othersThan(() => time.ms, 1_000);
  note('mia');
  expect([isOtherThere('mia'), isOtherThere('noah')]).toEqual([false, true]);
  time.ms = 500;
  note('noah');
  expect([isOtherThere('mia'), isOtherThere('noah')]).toEqual([true, true]);
  time.ms = 1_200;
  note('noah');
  note('noah');
  expect([isOtherThere('mia'), isOtherThere('noah')]).toEqual([true, false]);
});

test('when a third comes between, then the one who comes again and again still has another there', () => {
  const time = { ms: 0 };
  const { note, isOtherThere } = othersThan(() => time.ms, 1_000);
  for (const client of ['mia', 'noah', 'mia', 'mia', 'zoe', 'mia', 'mia']) note(client);
  expect(isOtherThere('mia')).toBe(true);
  time.ms = 1_000;
  expect(isOtherThere('mia')).toBe(false);
});
