/** Later than that an answer may be of another time: it is asked for anew. */
const FRESH_MS = 10_000;

const answers = new Map<string, { askedAt: number; response: Promise<Response> }>();
/** What the page has asked for already. It may be quicker than the early script, whose answer is nobody's then. */
const wanted = new Set<string>();

/** Asks for what the page will want first, before its code is there. */
export function askEarly(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = fetch(url, { headers, credentials: 'same-origin' });
  // Who takes it hears of a failure.
  response.catch(() => undefined);
  if (!wanted.has(url)) answers.set(url, { askedAt: performance.now(), response });
  return response;
}

/**
 * What was asked for early at this address, for the first who wants it. Whoever asks again wants to know how it is now,
 * and gets nothing of before.
 */
export function takeEarlyAnswer(url: string): Promise<Response> | undefined {
  const answer = answers.get(url);
  answers.delete(url);
  wanted.add(url);
  return answer !== undefined && performance.now() - answer.askedAt < FRESH_MS ? answer.response : undefined;
}
