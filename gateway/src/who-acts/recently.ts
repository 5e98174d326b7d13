const KEPT_MAX = 1_000;

/**
 * Remembers an answer for a moment, so that the many requests of one page ask once. Those that come while it is being
 * asked wait for the same answer; a failure is not remembered.
 * @param options.revision an answer is believed only while this is what it was when it was asked; null: none is
 */
export const recently = <Answer>(
  ask: (key: string) => Promise<Answer>,
  options: { lifetimeMs: number; now: () => number; revision?: () => number | null },
): ((key: string) => Promise<Answer>) => {
  const { lifetimeMs, now, revision = () => 0 } = options;
  const known = new Map<string, { answer: Promise<Answer>; askedAt: number; askedIn: number }>();
  const forget = (key: string, answer: Promise<Answer>) => {
    if (known.get(key)?.answer === answer) known.delete(key);
  };
  return (key) => {
    const askedIn = revision();
    if (askedIn === null) return ask(key);
    const before = known.get(key);
    if (before?.askedIn === askedIn && isWithin(now() - before.askedAt, lifetimeMs)) return before.answer;
    const answer = ask(key);
    if (known.size >= KEPT_MAX) known.clear();
    known.set(key, { answer, askedAt: now(), askedIn });
    answer.catch(() => {
      forget(key, answer);
    });
    return answer;
  };
};

/** A clock that was set back makes nothing younger than it is. */
const isWithin = (ageMs: number, lifetimeMs: number): boolean => ageMs >= 0 && ageMs < lifetimeMs;
