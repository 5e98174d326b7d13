import { expect, test } from '@jest/globals';
import { answersTogether } from './answers-together.ts';
import type { Answer } from './answers-together.ts';
import type { AssetsPage } from './browse-assets-api.ts';

const pageOf = (total: number): AssetsPage => ({ items: [], total, nextCursor: null });

const answer = (parts: Partial<Answer>): Answer => ({
  ...{ data: undefined, dataUpdatedAt: 0, isError: false, error: null },
  refetch: () => Promise.resolve(),
  ...parts,
});

test('when the same pages are answered again, then what is made of them is the same', () => {
  const together = answersTogether();
  const [one, other] = [pageOf(200), pageOf(200)];
  const first = together([answer({ data: one }), answer({}), answer({ data: other })]).data;
  expect([...first]).toEqual([
    [0, one],
    [2, other],
  ]);
  expect(together([answer({ data: one }), answer({}), answer({ data: other })]).data).toBe(first);
});

test('when a page comes, is another or goes, then it is not', () => {
  const together = answersTogether();
  const [one, other] = [pageOf(200), pageOf(200)];
  const first = together([answer({ data: one }), answer({})]).data;
  const second = together([answer({ data: one }), answer({ data: other })]).data;
  expect(second).not.toBe(first);
  expect(together([answer({ data: other }), answer({ data: other })]).data).not.toBe(second);
  expect(together([answer({ data: one })]).data.size).toBe(1);
});

test('when pages were read at different times, then the newest tells how many there are', () => {
  const answers = [3, 7, 5].map((at) => answer({ data: pageOf(at), dataUpdatedAt: at }));
  expect(answersTogether()(answers).newest?.total).toBe(7);
});

test('when one failed, then that is told, and only that is asked for again', async () => {
  const asked: string[] = [];
  const named = (name: string, parts: Partial<Answer>) =>
    answer({ ...parts, refetch: () => Promise.resolve(asked.push(name)) });
  const error = new Error('offline');
  const { error: found, refetch } = answersTogether()([
    named('read', { data: pageOf(1) }),
    named('failed', { isError: true, error }),
  ]);
  expect(found).toBe(error);
  await refetch();
  expect(asked).toEqual(['failed']);
});
