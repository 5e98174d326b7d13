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

test('when something changes, then an answer of before or from the middle of it is not believed after it', async () => {
  const state: { revision: number | null; answer: string } = { revision: 0, answer: 'may' };
  const ask = recently(async () => state.answer, {
    lifetimeMs: 1_000,
    now: () => 0,
    revision: () => state.revision,
  });
  expect(await ask('mia')).toBe('may');
  Object.assign(state, { answer: 'may not' });
  expect(await ask('mia')).toBe('may');
  state.revision = null;
  expect(await ask('mia')).toBe('may not');
  Object.assign(state, { revision: 1, answer: 'may again' });
  expect(await ask('mia')).toBe('may again');
});

test('when a question fails, then all that wait are told, and the next is asked anew', async () => {
  const answers = [Promise.reject(new Error('down')), Promise.resolve('up')];
  const { ask } = asking(() => answers.shift()!);
  const [first, second] = await Promise.allSettled([ask('mia'), ask('mia')]);
  expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
  expect(await ask('mia')).toBe('up');
});
