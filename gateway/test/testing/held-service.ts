import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Upstream } from '../../src/upstreams/route-requests.ts';

/** A service that answers when it is told to, and says what is at it. */
export const aHeldService = () => {
  const held: { url: string; answer: () => void }[] = [];
  const upstream: Upstream = (request, response) => {
    request.resume();
    held.push({ url: request.originalUrl, answer: () => response.json({}) });
  };
  return {
    upstream,
    /** The addresses that were asked for and not answered. */
    held: () => held.map(({ url }) => url),
    /** Waits until so many are held. */
    holds: async (count: number): Promise<void> => {
      while (held.length < count) await nextTurn();
    },
    /** Answers whatever comes, until that is settled. */
    answerUntil: async <Outcome>(settled: Promise<Outcome>): Promise<Outcome> => {
      const state = { isSettled: false };
      const end = (): void => void (state.isSettled = true);
      settled.then(end, end);
      while (!state.isSettled) {
        held.splice(0).forEach(({ answer }) => answer());
        await nextTurn();
      }
      return settled;
    },
    /** Answers the first one that is held, or all of them. */
    answer: (count = held.length): void => held.splice(0, count).forEach(({ answer }) => answer()),
  };
};
