import { createHash } from 'node:crypto';
import { AppError } from '../errors/app-error.ts';
import type { RawExecutor } from './client-port.ts';
import type { Sql } from './sql.ts';

/** A request that may be sent again. */
export interface RepeatableRequest {
  /** Who asks for what, as `<user id> shares.create`: keys of others never meet. */
  readonly scope: string;
  /** The Idempotency-Key of the request; without one the work simply runs. */
  readonly key: string | undefined;
  /** What was asked for: the same key with another request is refused. */
  readonly request: unknown;
}

/** Answers to repeated requests, kept in the transaction of the effect. */
export interface Idempotency {
  /**
   * Does the work once per scope and key and gives its answer, which must survive JSON, to every repetition; a
   * repetition that comes meanwhile waits. Throws `conflict` where the key was used for another request.
   */
  readonly once: <Answer>(request: RepeatableRequest, work: () => Promise<Answer>) => Promise<Answer>;
}

interface Row {
  readonly fingerprint: string;
  readonly answer: unknown;
}

/** Idempotency within a transaction (draft-ietf-httpapi-idempotency-key-header). */
export const idempotencyWithin = (transaction: RawExecutor): Idempotency => ({
  once: async ({ scope, key, request }, work) => {
    if (key === undefined) return work();
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const isFirst = await transaction.$executeRawUnsafe(
      `INSERT INTO platform.idempotency (scope, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      scope,
      key,
      fingerprint,
    );
    if (isFirst !== 1) return answerOf(transaction, scope, key, fingerprint);
    const answer = await work();
    await transaction.$executeRawUnsafe(
      'UPDATE platform.idempotency SET answer = $3::json WHERE scope = $1 AND key = $2',
      scope,
      key,
      JSON.stringify(answer ?? null),
    );
    return answer;
  },
});

/** Forgets old answers: a client that repeats does so within hours. */
export const pruneIdempotency = async (sql: Sql, keepHours = 48): Promise<void> => {
  await sql.query(
    'DELETE FROM platform.idempotency WHERE created_at < now() - make_interval(hours => $1::int)',
    [keepHours],
  );
};

const answerOf = async <Answer>(
  transaction: RawExecutor,
  scope: string,
  key: string,
  fingerprint: string,
): Promise<Answer> => {
  const [row] = await transaction.$queryRawUnsafe<Row[]>(
    'SELECT fingerprint, answer FROM platform.idempotency WHERE scope = $1 AND key = $2',
    scope,
    key,
  );
  if (row?.fingerprint !== fingerprint) throw new AppError('conflict', { reason: 'idempotency-key-reused' });
  return row.answer as Answer;
};
