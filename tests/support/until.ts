import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;

/** Asks again and again until there is an answer; fails with the last thing known after `timeoutMs`. */
export const until = async <Answer>(
  what: string,
  ask: () => Promise<Answer | null>,
  timeoutMs = 10_000,
): Promise<Answer> => {
  const endsAt = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > endsAt) throw new Error(`It did not come to pass within ${timeoutMs} ms: ${what}`);
    await pause(POLL_MS);
  }
};
