import { createHash } from 'node:crypto';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { countAttempt } from './count-attempt.ts';
import type { Counters } from './counters.ts';

export type AttemptLimits = ReturnType<typeof attemptLimits>;

const WINDOW_SECONDS = 60;
const SIGN_INS_PER_PERSON_MAX = 10;
/** A whole office may stand behind one address and begin its day at once. */
const SIGN_INS_PER_ADDRESS_MAX = 300;
/** Within an hour, from all addresses together that the person never signed in from. */
const SIGN_INS_FROM_ELSEWHERE_MAX = 100;
const HOUR_SECONDS = 60 * 60;
/** For so long the person is known at an address, so that others who guess keep nobody out. */
const KNOWN_SECONDS = 30 * 24 * HOUR_SECONDS;
const WRONG_LINKS_PER_ADDRESS_MAX = 30;
const WRONG_TOKENS_PER_ADDRESS_MAX = 30;
const WRONG_CODES_PER_ADDRESS_MAX = 30;
const LINK_REQUESTS_PER_ADDRESS_MAX = 30;
const RECOVERIES_PER_ADDRESS_MAX = 30;

/** How often something may be tried within a minute. Counted before it is tried, so that many at once count too. */
export const attemptLimits = (counters: Counters) => {
  const countWithin = countAttempt(counters);
  const count = (key: string, most: number, windowSeconds = WINDOW_SECONDS) =>
    countWithin(key, most, windowSeconds);
  const demandFew = async (key: string, most: number): Promise<void> => {
    if ((await counters.read(key)) >= most)
      throw new AppError('too-many-requests', { retryAfterSeconds: WINDOW_SECONDS });
  };
  const countWrong =
    (keyOf: (address: string) => string) =>
    async (address: string): Promise<void> => {
      await counters.increment(keyOf(address), WINDOW_SECONDS);
    };
  return {
    /** @throws AppError `too-many-requests` with `retryAfterSeconds` */
    beforeSignIn: async (address: string, email: string): Promise<void> => {
      await count(signInsOfAddress(address), SIGN_INS_PER_ADDRESS_MAX);
      await count(signInsOfPerson(address, email), SIGN_INS_PER_PERSON_MAX);
      if ((await counters.read(knownAt(address, email))) > 0) return;
      await count(signInsFromElsewhere(email), SIGN_INS_FROM_ELSEWHERE_MAX, HOUR_SECONDS);
    },
    /** @throws AppError `too-many-requests` with `retryAfterSeconds` */
    beforeOidcSignIn: (address: string): Promise<void> =>
      count(signInsOfAddress(address), SIGN_INS_PER_ADDRESS_MAX),
    /** Who knows the password does not use up the attempts of that person; those of the address stay counted. */
    afterSignIn: async (address: string, email: string): Promise<void> => {
      await counters.forget(signInsOfPerson(address, email));
      await counters.forget(knownAt(address, email));
      await counters.increment(knownAt(address, email), KNOWN_SECONDS);
    },
    /** @throws AppError `too-many-requests` where links that open nothing were tried too often */
    beforeLink: (address: string): Promise<void> =>
      demandFew(wrongLinks(address), WRONG_LINKS_PER_ADDRESS_MAX),
    /** @throws AppError `too-many-requests` where codes that open nothing were tried too often */
    beforeCode: (address: string): Promise<void> =>
      demandFew(wrongCodes(address), WRONG_CODES_PER_ADDRESS_MAX),
    afterWrongCode: countWrong(wrongCodes),
    /** @throws AppError `too-many-requests` where tokens that open nothing were tried too often */
    beforeToken: (address: string): Promise<void> =>
      demandFew(wrongTokens(address), WRONG_TOKENS_PER_ADDRESS_MAX),
    afterWrongToken: countWrong(wrongTokens),
    /** All count, as the answer tells of none whether it was one of ours. @throws AppError `too-many-requests` */
    beforeLinkRequest: (address: string): Promise<void> =>
      count(linkRequests(address), LINK_REQUESTS_PER_ADDRESS_MAX),
    /** All count, as the answer tells of none whether there is such a person. @throws AppError `too-many-requests` */
    beforeRecovery: (address: string): Promise<void> =>
      count(recoveries(address), RECOVERIES_PER_ADDRESS_MAX),
    afterWrongLink: countWrong(wrongLinks),
  };
};

const signInsOfAddress = (address: string): string => `limit:sign-in:${address}`;
/** The address of a person is nothing to keep in a key. */
const hashOf = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
const signInsOfPerson = (address: string, email: string): string =>
  `limit:sign-in:${address}:${hashOf(email)}`;
const signInsFromElsewhere = (email: string): string => `limit:sign-in-elsewhere:${hashOf(email)}`;
const knownAt = (address: string, email: string): string => `known-at:${address}:${hashOf(email)}`;
const wrongLinks = (address: string): string => `limit:guest-link:${address}`;
const wrongCodes = (address: string): string => `limit:guest-code:${address}`;
const wrongTokens = (address: string): string => `limit:token:${address}`;
const recoveries = (address: string): string => `limit:recovery:${address}`;
const linkRequests = (address: string): string => `limit:guest-link-request:${address}`;
