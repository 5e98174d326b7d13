import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { countAttempt } from './count-attempt.ts';
import type { Counters } from './counters.ts';
import { signInLimits } from './sign-in-limits.ts';

export type AttemptLimits = ReturnType<typeof attemptLimits>;

const WINDOW_SECONDS = 60;
const WRONG_LINKS_PER_ADDRESS_MAX = 30;
const WRONG_TOKENS_PER_ADDRESS_MAX = 30;
const WRONG_CODES_PER_ADDRESS_MAX = 30;
const LINK_REQUESTS_PER_ADDRESS_MAX = 30;
const RECOVERIES_PER_ADDRESS_MAX = 30;

/** How often something may be tried within a minute. */
export const attemptLimits = (counters: Counters) => {
  const countWithin = countAttempt(counters);
  const count = (key: string, most: number): Promise<void> => countWithin(key, most, WINDOW_SECONDS);
  const demandFew = async (key: string, most: number): Promise<void> => {
    const { count, resetSeconds } = await counters.read(key);
    if (count >= most) throw new AppError('too-many-requests', { retryAfterSeconds: resetSeconds });
  };
  /** Only what was wrong counts; of many at once that were all let through, no more are told that they were wrong. */
  const countWrong =
    (keyOf: (address: string) => string, most: number) =>
    (address: string): Promise<void> =>
      count(keyOf(address), most);
  return {
    ...signInLimits(counters, countWithin),
    /** @throws AppError `too-many-requests` where links that open nothing were tried too often */
    beforeLink: (address: string): Promise<void> =>
      demandFew(wrongLinks(address), WRONG_LINKS_PER_ADDRESS_MAX),
    /** @throws AppError `too-many-requests` in place of the refusal */
    afterWrongLink: countWrong(wrongLinks, WRONG_LINKS_PER_ADDRESS_MAX),
    /** @throws AppError `too-many-requests` where codes that open nothing were tried too often */
    beforeCode: (address: string): Promise<void> =>
      demandFew(wrongCodes(address), WRONG_CODES_PER_ADDRESS_MAX),
    /** @throws AppError `too-many-requests` in place of the refusal */
    afterWrongCode: countWrong(wrongCodes, WRONG_CODES_PER_ADDRESS_MAX),
    /** @throws AppError `too-many-requests` where tokens that open nothing were tried too often */
    beforeToken: (address: string): Promise<void> =>
      demandFew(wrongTokens(address), WRONG_TOKENS_PER_ADDRESS_MAX),
    /** @throws AppError `too-many-requests` in place of the refusal */
    afterWrongToken: countWrong(wrongTokens, WRONG_TOKENS_PER_ADDRESS_MAX),
    /** All count, as the answer tells of none whether it was one of ours. @throws AppError `too-many-requests` */
    beforeLinkRequest: (address: string): Promise<void> =>
      count(linkRequests(address), LINK_REQUESTS_PER_ADDRESS_MAX),
    /** All count, as the answer tells of none whether there is such a person. @throws AppError `too-many-requests` */
    beforeRecovery: (address: string): Promise<void> =>
      count(recoveries(address), RECOVERIES_PER_ADDRESS_MAX),
  };
};

const wrongLinks = (address: string): string => `limit:guest-link:${address}`;
const wrongCodes = (address: string): string => `limit:guest-code:${address}`;
const wrongTokens = (address: string): string => `limit:token:${address}`;
const recoveries = (address: string): string => `limit:recovery:${address}`;
const linkRequests = (address: string): string => `limit:guest-link-request:${address}`;
