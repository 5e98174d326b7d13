import { createHash } from 'node:crypto';
import { turnsOf } from '@vitrine/platform/schedule/take-turns.ts';
import type { CountAttempt } from './count-attempt.ts';
import type { Counters } from './counters.ts';

const MINUTE_SECONDS = 60;
const SIGN_INS_PER_PERSON_MAX = 10;
/** A whole office may stand behind one address and begin its day at once. */
const SIGN_INS_PER_ADDRESS_MAX = 300;
/** A password takes a core for a while: who tries many at once waits for them, and nobody else does. */
const SIGN_INS_AT_ONCE = 2;
/** Within an hour, from all addresses together that the person never signed in from. */
const SIGN_INS_FROM_ELSEWHERE_MAX = 100;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
/** For so long the person is known at an address, so that others who guess keep nobody out. */
const KNOWN_SECONDS = 30 * 24 * HOUR_SECONDS;

/** How often passwords may be tried. */
export const signInLimits = (counters: Counters, count: CountAttempt) => {
  const takeTurn = turnsOf(SIGN_INS_AT_ONCE);
  const countFromElsewhere = async (address: string, email: string): Promise<void> => {
    if ((await counters.read(knownAt(address, email))).count === 0)
      await count(signInsFromElsewhere(email), SIGN_INS_FROM_ELSEWHERE_MAX, HOUR_SECONDS);
  };
  return {
    /**
     * Tries a password, by a promise that rejects where it is wrong. Who knows it does not use up the attempts of that
     * person; those of the address stay counted. Of one address a few go on at once, and the others wait for them: a
     * person whose scripts all begin in one moment guesses nothing.
     * @throws AppError `too-many-requests` with `retryAfterSeconds`
     */
    trySignIn: async <Proven>(
      address: string,
      email: string,
      attempt: () => Promise<Proven>,
    ): Promise<Proven> => {
      await count(signInsOfAddress(address), SIGN_INS_PER_ADDRESS_MAX, MINUTE_SECONDS);
      return takeTurn(address, async () => {
        await count(signInsOfPerson(address, email), SIGN_INS_PER_PERSON_MAX, MINUTE_SECONDS);
        await countFromElsewhere(address, email);
        const proven = await attempt();
        await counters.forget(signInsOfPerson(address, email));
        await counters.forget(knownAt(address, email));
        await counters.increment(knownAt(address, email), KNOWN_SECONDS);
        return proven;
      });
    },
    /** @throws AppError `too-many-requests` with `retryAfterSeconds` */
    beforeOidcSignIn: (address: string): Promise<void> =>
      count(signInsOfAddress(address), SIGN_INS_PER_ADDRESS_MAX, MINUTE_SECONDS),
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
