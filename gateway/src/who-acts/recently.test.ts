import { expect, test } from '@jest/globals';
import { recently } from './recently.ts';

const asking = (answer: (key: string) => Promise<string>) => {
  const asked: string[] = [];
  const time = { ms: 0 };
  const ask = recently(
    (key) => {
      asked.push(key);
      return answer(key);
    },
    { lifetimeMs: 1_000, now: () => time.ms },
  );
  return { ask, asked, time };
};

test('when the same is asked within the time, then one question answers all; after it, it is asked anew', async () => {
  const { ask, asked, time } = asking(async (key) => `about ${key}`);
  expect(await Promise.all([ask('mia'), ask('mia'), ask('noah')])).toEqual([
    'about mia',
    'about mia',
    'about noah',
  ]);
  time.ms = 999;
  await ask('mia');
  expect(asked).toEqual(['mia', 'noah']);
  time.ms = 1_000;
  await ask('mia');
  expect(asked).toEqual(['mia', 'noah', 'mia']);
});

test('when a question fails, then all that wait are told, and the next is asked anew', async () => {
  const answers = [Promise.reject(new Error('down')), Promise.resolve('up')];
  const { ask } = asking(() => answers.shift()!);
  const [first, second] = await Promise.allSettled([ask('mia'), ask('mia')]);
  expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
  expect(await ask('mia')).toBe('up');
});
