import { expect, test } from '@jest/globals';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { keepGrant } from './kept-grant.ts';

const assetIds = Array.from({ length: 5_000 }, (_, index) => `${index}`);

const kept = () => {
  const clock = { nowMs: 0 };
  const asked: [first: string | undefined, count: number][] = [];
  const answer: { error?: Error } = {};
  const grant = keepGrant({
    assetIds,
    askedAt: 0,
    now: () => clock.nowMs,
    ask: async (ids) => {
      asked.push([ids[0], ids.length]);
      if (answer.error !== undefined) throw answer.error;
    },
  });
  return { clock, asked, answer, grant };
};

test('when the right was established within a second, then nobody waits', () => {
  const { clock, asked, grant } = kept();
  clock.nowMs = 999;
  expect([grant.beforeEntry(0), grant.beforeEntry(4_999)]).toEqual([undefined, undefined]);
  expect(asked).toEqual([]);
});

test('when it is older, then it is asked again for the entries that come, as far as one second may take', async () => {
  const { clock, asked, grant } = kept();
  clock.nowMs = 1_000;
  await grant.beforeEntry(10);
  expect(grant.beforeEntry(2_009)).toBeUndefined();
  await grant.beforeEntry(2_010);
  await grant.beforeEntry(4_010);
  expect(asked).toEqual([
    ['10', 2_000],
    ['2010', 2_000],
    ['4010', 990],
  ]);
});

test('when it is lost or cannot be told, then no entry begins', async () => {
  const { clock, answer, grant } = kept();
  clock.nowMs = 5_000;
  for (const code of ['not-downloadable', 'temporarily-unavailable'] as const) {
    answer.error = new AppError(code);
    await expect(grant.beforeEntry(1)).rejects.toMatchObject({ code });
    expect(await grant.renew()).toBe(code === 'not-downloadable' ? 'lost' : 'unknown');
    expect(grant.ageMs()).toBe(5_000);
  }
});

test('when it is renewed, then it is asked for what is sent now, and is young again', async () => {
  const { clock, asked, grant } = kept();
  expect(grant.beforeEntry(7)).toBeUndefined();
  clock.nowMs = 3_000;
  expect(await grant.renew()).toBe('granted');
  expect(asked).toEqual([['7', 2_000]]);
  expect(grant.ageMs()).toBe(0);
});
