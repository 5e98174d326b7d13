import type { AskGrant } from './grant.ts';

/** Asks again for the right to a running download. @returns when that was asked for, by the clock `now` */
export type AskAgain = (...question: Parameters<AskGrant>) => Promise<number>;

interface Question {
  readonly askedAt: number;
  readonly answer: Promise<unknown>;
}

/** Half of what a right may be old: who takes an answer over asks again in time. */
const SHARED_FOR_MS = 500;
/** Of more assets than that, telling that the questions are the same costs more than it spares. */
const SHARED_IDS_MAX = 200;

/**
 * Downloads of the same assets for the same taker ask one question between them, where many run at a time. An answer
 * counts from when it was asked for, whoever asked.
 */
export const askTogether = (askGrant: AskGrant, now: () => number): AskAgain => {
  const asked = new Map<string, Question>();
  const forgetOld = (): void => {
    for (const [key, { askedAt }] of asked) {
      if (now() - askedAt < SHARED_FOR_MS) return;
      asked.delete(key);
    }
  };
  const ask = (...question: Parameters<AskGrant>): Question => ({
    askedAt: now(),
    answer: askGrant(...question),
  });
  return async ({ taker, shareId }, assetIds) => {
    forgetOld();
    const key = assetIds.length > SHARED_IDS_MAX ? null : JSON.stringify([taker, shareId, assetIds]);
    const question = (key === null ? null : asked.get(key)) ?? ask({ taker, shareId }, assetIds);
    if (key !== null) asked.set(key, question);
    await question.answer;
    return question.askedAt;
  };
};
