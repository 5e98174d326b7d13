import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { AppError } from '../errors/app-error.ts';
import type { RawExecutor } from './client-port.ts';
import type { Sql } from './sql.ts';

/** A request that may be sent again. */
export interface RepeatableRequest {
  /** Who asks for what, as `user <id> shares.create`: keys of others never meet. */
  readonly scope: string;
  /** The Idempotency-Key of the request. */
  readonly key: string;
  /** What was asked for: the same key with another request is refused. */
  readonly request: unknown;
}

/** Requests that are done once however often they come (draft-ietf-httpapi-idempotency-key-header). */
export interface Idempotency {
  /**
   * Gives the answer of the first time, which must survive JSON, to every repetition. Each transaction of the work
   * keeps its result beside its effect, so a repetition passes it over: also one that comes meanwhile, which waits
   * for it, and one that comes after a crash between the commit and the answer. A work that fails keeps no answer.
   * Throws `conflict` where the key came with another request.
   */
  readonly once: <Answer>(request: RepeatableRequest, work: () => Promise<Answer>) => Promise<Answer>;
  /** Names the transaction that begins now as the next step of the request that is being worked on, if one is. */
  readonly nextStep: () => Step | undefined;
}

/** One transaction of a request, or its answer. */
export interface Step {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** The idempotency of one database: a service that this one asks within a request keeps its own count. */
export const createIdempotency = (sql: Sql): Idempotency => {
  const present = new AsyncLocalStorage<{ readonly request: Step; steps: number }>();
  return {
    once: async <Answer>({ scope, key, request }: RepeatableRequest, work: () => Promise<Answer>) => {
      const step = { scope, key, fingerprint: fingerprintOf(request) };
      const [kept] = await sql.query<Row>(FIND, [scope, key]);
      if (kept) return answerIn(kept, step) as Answer;
      const answer = await present.run({ request: step, steps: 0 }, work);
      // Of two that were worked on at the same time the first to get here gives the answer of both.
      const [first] = await sql.query<Row>(KEEP_FIRST, [...valuesOf(step), JSON.stringify(answer ?? null)]);
      return answerIn(first, step) as Answer;
    },
    nextStep: () => {
      const running = present.getStore();
      if (!running) return undefined;
      running.steps += 1;
      return { ...running.request, scope: `${running.request.scope} #${running.steps}` };
    },
  };
};

/** Does the work of a step within its transaction, or gives what it gave before. */
export const oncePerStep = async <T>(
  transaction: RawExecutor,
  step: Step | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  if (step === undefined) return work();
  const isFirst = await transaction.$executeRawUnsafe(CLAIM, ...valuesOf(step));
  if (isFirst !== 1) {
    const [row] = await transaction.$queryRawUnsafe<Row[]>(FIND, step.scope, step.key);
    return deserialize(Buffer.from(String(answerIn(row, step)), 'base64')) as T;
  }
  const result = await work();
  // Not JSON, which would make texts of dates.
  const kept = JSON.stringify(serialize(result).toString('base64'));
  await transaction.$executeRawUnsafe(COMPLETE, step.scope, step.key, kept);
  return result;
};

/** Forgets old answers: a client that repeats does so within hours. */
export const pruneIdempotency = async (sql: Sql, keepHours = 48): Promise<void> => {
  await sql.query(
    'DELETE FROM platform.idempotency WHERE created_at < now() - make_interval(hours => $1::int)',
    [keepHours],
  );
};

interface Row {
  readonly fingerprint: string;
  readonly answer: unknown;
}

const FIND = 'SELECT fingerprint, answer FROM platform.idempotency WHERE scope = $1 AND key = $2';
const CLAIM =
  'INSERT INTO platform.idempotency (scope, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const COMPLETE = 'UPDATE platform.idempotency SET answer = $3::json WHERE scope = $1 AND key = $2';
const KEEP_FIRST = `
  INSERT INTO platform.idempotency (scope, key, fingerprint, answer) VALUES ($1, $2, $3, $4::json)
  ON CONFLICT (scope, key) DO UPDATE SET key = excluded.key RETURNING fingerprint, answer`;

const valuesOf = ({ scope, key, fingerprint }: Step): [string, string, string] => [scope, key, fingerprint];

const fingerprintOf = (request: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([request]))
    .digest('hex');

const answerIn = (row: Row | undefined, { fingerprint }: Step): unknown => {
  if (row?.fingerprint !== fingerprint) throw new AppError('conflict', { reason: 'idempotency-key-reused' });
  return row.answer;
};
