/** Later than that an answer may be of another time: it is asked for anew. */
const FRESH_MS = 10_000;

const answers = new Map<string, { askedAt: number; response: Promise<Response> }>();

/** Asks for what the page will want first, before its code is there. */
export function askEarly(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = fetch(url, { headers, credentials: 'same-origin' });
  // Who takes it hears of a failure.
  response.catch(() => undefined);
  answers.set(url, { askedAt: performance.now(), response });
  return response;
}

/** What was asked for early at this address, for the first who wants it. */
export function takeEarlyAnswer(url: string): Promise<Response> | undefined {
  const answer = answers.get(url);
  answers.delete(url);
  return answer !== undefined && performance.now() - answer.askedAt < FRESH_MS ? answer.response : undefined;
}
