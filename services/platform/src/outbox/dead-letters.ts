import { newId } from '../ids/ids.ts';
import type { Sql } from '../database/sql.ts';

/** A message that a subscription could not handle. */
export interface DeadLetter {
  readonly id: string;
  readonly subscription: string;
  /** The message as it came. */
  readonly event: unknown;
  readonly error: string;
  readonly attempts: number;
  readonly buriedAt: Date;
}

const COLUMNS = 'id, subscription, event, error, attempts, buried_at AS "buriedAt"';

/** Keeps a message with the reason why; one that is buried again takes the place of the first. */
export const bury = async (
  sql: Sql,
  letter: Pick<DeadLetter, 'subscription' | 'event' | 'attempts'> & { readonly error: unknown },
): Promise<void> => {
  await sql.query(
    `INSERT INTO platform.dead_letter (id, subscription, event_id, event, error, attempts)
     VALUES ($1, $2, $3, $4::json, $5, $6)
     ON CONFLICT (subscription, event_id) DO UPDATE
     SET error = excluded.error, attempts = excluded.attempts, buried_at = excluded.buried_at`,
    [
      newId(),
      letter.subscription,
      eventIdOf(letter.event),
      textOf(letter.event),
      reason(letter.error),
      letter.attempts,
    ],
  );
};

/** All that is buried, the oldest first. */
export const listDeadLetters = (sql: Sql): Promise<DeadLetter[]> =>
  sql.query<DeadLetter>(`SELECT ${COLUMNS} FROM platform.dead_letter ORDER BY buried_at, id`);

/** One of them; undefined where there is none, or none any more. */
export const findDeadLetter = async (sql: Sql, id: string): Promise<DeadLetter | undefined> => {
  const [letter] = await sql.query<DeadLetter>(`SELECT ${COLUMNS} FROM platform.dead_letter WHERE id = $1`, [
    id,
  ]);
  return letter;
};

/** Removes one for good. */
export const dropDeadLetter = async (sql: Sql, id: string): Promise<void> => {
  await sql.query('DELETE FROM platform.dead_letter WHERE id = $1', [id]);
};

/** The id of an event as it came, if it has one that can be read. */
export const eventIdOf = (event: unknown): string | null =>
  typeof event === 'object' && event !== null && 'id' in event && typeof event.id === 'string'
    ? withoutNul(event.id)
    : null;

const textOf = (event: unknown): string => (event === undefined ? 'null' : JSON.stringify(event));

const reason = (error: unknown): string =>
  withoutNul(error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4_000);

/** PostgreSQL's text holds every character but this one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');
