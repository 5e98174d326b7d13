import type { CloudEvent } from '@vitrine/contracts';
import type { Sql } from '../database/sql.ts';
import { newId } from '../ids/ids.ts';

/** An event of the outbox that is ours to publish. */
export interface LeasedRow {
  readonly seq: string;
  readonly event: CloudEvent;
  readonly attempts: number;
}

/** The rows of an outbox that one relay works on; others pass them over until the lease ends. */
export interface LeasedRows {
  readonly claim: (limit: number) => Promise<LeasedRow[]>;
  readonly renew: (seqs: readonly string[]) => Promise<void>;
  readonly remove: (seqs: readonly string[]) => Promise<void>;
  /** Leaves a row for later. */
  readonly postpone: (seq: string, delayMs: number, reason: string) => Promise<void>;
  readonly releaseAll: () => Promise<void>;
  /** Ends the leases of every relay: for the only one that there is, when it starts after a crash. */
  readonly endAllLeases: () => Promise<void>;
}

/** Long enough for a stall of the process, short enough for whoever waits for the events of one that died. */
export const LEASE_SECONDS = 10;

/**
 * In a statement that reads it nothing waits for the disk. A crash of the database itself may then forget that rows
 * were claimed or removed: their events are published once more, and consumers pass over what they have.
 */
const HASTY = `hasty AS (SELECT set_config('synchronous_commit', 'off', true))`;

/** Unsent rows and never "after the last": a seq is taken before its transaction commits (promises.md, section 2). */
const CLAIM = `
  WITH ${HASTY}, picked AS (
    SELECT seq FROM platform.outbox WHERE leased_until < now() ORDER BY seq LIMIT $1 FOR UPDATE SKIP LOCKED
  ), leased AS (
    UPDATE platform.outbox AS row
    SET leased_by = $2, leased_until = now() + make_interval(secs => $3), attempts = attempts + 1
    FROM picked WHERE row.seq = picked.seq
    RETURNING row.seq, row.event, row.attempts
  )
  SELECT seq, event, attempts FROM leased CROSS JOIN hasty ORDER BY seq`;

const RENEW = `
  UPDATE platform.outbox SET leased_until = now() + make_interval(secs => $3)
  WHERE seq = ANY($1::bigint[]) AND leased_by = $2`;

const POSTPONE = `
  UPDATE platform.outbox SET leased_until = now() + make_interval(secs => $3), last_error = $4
  WHERE seq = $1 AND leased_by = $2`;

const REMOVE = `WITH ${HASTY} DELETE FROM platform.outbox USING hasty WHERE seq = ANY($1::bigint[])`;

const RELEASE_ALL = `UPDATE platform.outbox SET leased_until = '-infinity' WHERE leased_by = $1`;

const END_ALL_LEASES = `UPDATE platform.outbox SET leased_until = '-infinity'`;

/** The rows of one relay, told from those of others by a name made here. */
export const leasedRows = (sql: Sql): LeasedRows => {
  const owner = newId();
  const run = async (text: string, ...values: unknown[]): Promise<void> => {
    await sql.query(text, values);
  };
  return {
    claim: (limit) => sql.query<LeasedRow>(CLAIM, [limit, owner, LEASE_SECONDS]),
    renew: (seqs) => run(RENEW, seqs, owner, LEASE_SECONDS),
    remove: (seqs) => run(REMOVE, seqs),
    postpone: (seq, delayMs, reason) => run(POSTPONE, seq, owner, delayMs / 1_000, reason),
    releaseAll: () => run(RELEASE_ALL, owner),
    endAllLeases: () => run(END_ALL_LEASES),
  };
};
