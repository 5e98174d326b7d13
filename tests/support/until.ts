import { setTimeout as pause } from 'node:timers/promises';
import { Unanswered } from './api-person.ts';

const POLL_MS = 50;

/**
 * Asks again and again until there is an answer, also where a part of the system does not answer meanwhile; fails with
 * the last thing known after `timeoutMs`.
 */
export const until = async <Answer>(
  what: string,
  ask: () => Promise<Answer | null>,
  timeoutMs = 60_000,
): Promise<Answer> => {
  const endsAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask().catch(unanswered);
    if (answer !== null && !(answer instanceof Unanswered)) return answer;
    if (Date.now() > endsAt) {
      const cause = answer ?? undefined;
      throw new Error(`It did not come to pass within ${timeoutMs} ms: ${what}`, { cause });
    }
    await pause(POLL_MS);
  }
};

const unanswered = (error: unknown): Unanswered => {
  if (error instanceof Unanswered) return error;
  throw error;
};
