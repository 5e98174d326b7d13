import { setTimeout as pause } from 'node:timers/promises';
import type { ApiPerson } from '../support/api-person.ts';
import type { Outcome } from './ledger.ts';

/** A change that somebody asks for. */
export interface Command {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** A form goes as it is, anything else as JSON. */
  readonly body?: unknown;
  /** The same for each attempt, so that a repetition does nothing twice. */
  readonly key: string;
}

/** What came of it. */
export interface CommandResult {
  readonly outcome: Outcome;
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly attempts: number;
}

/** Sends commands as a patient program does. */
export interface Patience {
  /** How long one attempt may take. */
  readonly attemptMs: number;
  /** How long it goes on trying after no answer, a 5xx or a 429. */
  readonly tryMs: number;
}

/** Of somebody who wants it done. */
export const PATIENT: Patience = { attemptMs: 10_000, tryMs: 90_000 };

/** Before the second attempt, and before each later one twice as long up to the limit. */
const PAUSE_MS = 200;
const PAUSE_MS_MAX = 1_600;

/** Tries until there is an answer that settles it, or patience ends. */
export const send = async (
  person: ApiPerson,
  command: Command,
  { attemptMs, tryMs }: Patience,
): Promise<CommandResult> => {
  const endsAt = performance.now() + tryMs;
  let wasMaybeDone = false;
  for (let attempts = 1; ; attempts += 1) {
    const answer = await attempt(person, command, attemptMs);
    const outcome = outcomeOf(answer, command, wasMaybeDone);
    if (outcome !== 'unknown') return { ...answer, outcome, attempts };
    // A 429 is an answer: nothing was done.
    wasMaybeDone ||= answer.status !== 429;
    if (performance.now() > endsAt)
      return { ...answer, outcome: wasMaybeDone ? 'unknown' : 'refused', attempts };
    await pause(Math.min(PAUSE_MS * 2 ** (attempts - 1), PAUSE_MS_MAX));
  }
};

type Answer = Pick<CommandResult, 'status' | 'body'>;

const JSON_TYPE = { 'content-type': 'application/json' };

const bodyOf = (body: unknown): { headers: Record<string, string>; body?: FormData | string } => {
  if (body === undefined) return { headers: JSON_TYPE };
  if (body instanceof FormData) return { headers: {}, body };
  return { headers: JSON_TYPE, body: JSON.stringify(body) };
};

const NO_ANSWER: Answer = { status: 0, body: {} };

const attempt = async (
  person: ApiPerson,
  { method, path, body, key }: Command,
  attemptMs: number,
): Promise<Answer> => {
  const { headers, ...rest } = bodyOf(body);
  try {
    const response = await person.fetch(`/api/v1${path}`, {
      ...rest,
      method,
      headers: { ...headers, 'idempotency-key': key },
      signal: AbortSignal.timeout(attemptMs),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  } catch {
    return NO_ANSWER;
  }
};

const outcomeOf = ({ status }: Answer, { method }: Command, wasMaybeDone: boolean): Outcome => {
  if (status >= 200 && status < 300) return 'acknowledged';
  if (status === 0 || status >= 500 || status === 429 || status === 409) return 'unknown';
  // Somebody who deletes once more what an earlier attempt deleted is told that there is nothing.
  if (method === 'DELETE' && status === 404 && wasMaybeDone) return 'acknowledged';
  return 'refused';
};
