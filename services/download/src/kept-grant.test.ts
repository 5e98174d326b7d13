import { expect, test } from '@jest/globals';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { firstWindow, keepGrant } from './kept-grant.ts';

const assetIds = Array.from({ length: 5_000 }, (_, index) => `${index}`);

const kept = (first = 4_800) => {
  const clock = { nowMs: 0 };
  const asked: [first: string | undefined, count: number][] = [];
  const answer: { error?: Error; askedAt?: number } = {};
  const grant = keepGrant({
    assetIds,
    first,
    askedAt: 0,
    now: () => clock.nowMs,
    ask: async (ids) => {
      asked.push([ids[0], ids.length]);
      if (answer.error !== undefined) throw answer.error;
      return answer.askedAt ?? clock.nowMs;
    },
  });
  return { clock, asked, answer, grant };
};

test('when the right was established within a second, then nobody waits', () => {
  const { clock, asked, grant } = kept();
  clock.nowMs = 999;
  expect([grant.beforeEntry(4_800), grant.beforeEntry(4_999)]).toEqual([undefined, undefined]);
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
  const { clock, asked, grant } = kept(0);
  expect(grant.beforeEntry(7)).toBeUndefined();
  clock.nowMs = 3_000;
  expect(await grant.renew()).toBe('granted');
  expect(asked).toEqual([['7', 2_000]]);
  expect(grant.ageMs()).toBe(0);
});

test('when an answer was asked for a moment ago, then it counts from then', async () => {
  const { clock, answer, grant } = kept(0);
  clock.nowMs = 3_000;
  answer.askedAt = 2_600;
  expect(await grant.renew()).toBe('granted');
  expect(grant.ageMs()).toBe(400);
  clock.nowMs = 3_599;
  expect(grant.beforeEntry(7)).toBeUndefined();
  clock.nowMs = 3_600;
  expect(grant.beforeEntry(7)).toBeInstanceOf(Promise);
});

test('when there are many entries, then only the first of the range are asked for before the first byte', () => {
  expect(firstWindow(assetIds, 4_000)).toEqual(assetIds.slice(4_000, 4_200));
  expect(firstWindow(assetIds, 5_000)).toEqual(['4999']);
  expect(firstWindow(assetIds.slice(0, 200), 150)).toHaveLength(200);
});

test('when the rest was asked for, then no entry waits; before that those wait that were not asked for', async () => {
  const { asked, grant } = kept(100);
  expect(grant.beforeEntry(299)).toBeUndefined();
  await grant.beforeEntry(300);
  expect(await grant.askForRest()).toBe('granted');
  expect(grant.beforeEntry(4_999)).toBeUndefined();
  expect(asked).toEqual([
    ['300', 2_000],
    ['2300', 2_000],
    ['4300', 700],
  ]);
  expect(await grant.askForRest()).toBe('granted');
  expect(asked).toHaveLength(3);
});

test('when the right to the rest is lost, then that is said', async () => {
  const { answer, grant } = kept(0);
  answer.error = new AppError('not-downloadable');
  expect(await grant.askForRest()).toBe('lost');
});
