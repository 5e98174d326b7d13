import { expect, test } from '@jest/globals';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { askTogether } from './shared-questions.ts';
import { aDownload } from './testing/builders.ts';

const asking = () => {
  const clock = { nowMs: 10_000 };
  const asked: string[] = [];
  const answer: { error?: Error; until?: Promise<undefined> } = {};
  const ask = askTogether(
    async ({ taker, shareId }, assetIds) => {
      asked.push(`${taker.sessionId} ${String(shareId)} ${assetIds.join(' ')}`);
      await answer.until;
      if (answer.error !== undefined) throw answer.error;
      return { downloadsMax: null };
    },
    () => clock.nowMs,
  );
  return { clock, asked, answer, ask };
};

const { download } = aDownload();

test('when many downloads have the same question, then it is asked once, and counts from then for all of them', async () => {
  const { clock, asked, answer, ask } = asking();
  const told = Promise.withResolvers<undefined>();
  answer.until = told.promise;
  const first = ask(download, ['a', 'b']);
  clock.nowMs += 400;
  const second = ask({ ...download }, ['a', 'b']);
  told.resolve(undefined);
  expect(await Promise.all([first, second])).toEqual([10_000, 10_000]);
  expect(asked).toHaveLength(1);
});

test('when an answer is half as old as a right may be, then it is asked for anew', async () => {
  const { clock, asked, ask } = asking();
  for (const nowMs of [10_000, 10_499, 10_500, 10_999, 11_000]) {
    clock.nowMs = nowMs;
    await ask(download, ['a']);
  }
  expect(asked).toHaveLength(3);
});

test('when the taker, the share or the assets are others, then it is another question', async () => {
  const { asked, ask } = asking();
  const another = { ...download.taker, sessionId: 'another session' };
  await Promise.all([
    ask(download, ['a']),
    ask(download, ['b']),
    ask(download, ['a', 'b']),
    ask({ ...download, shareId: 'another share' }, ['a']),
    ask({ ...download, taker: another }, ['a']),
  ]);
  expect(new Set(asked).size).toBe(5);
});

test('when the right is lost or cannot be told, then all who asked are told so', async () => {
  const { answer, ask } = asking();
  answer.error = new AppError('not-downloadable');
  for (const asked of [ask(download, ['a']), ask(download, ['a'])])
    await expect(asked).rejects.toMatchObject({ code: 'not-downloadable' });
});
