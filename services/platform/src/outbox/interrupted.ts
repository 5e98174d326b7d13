import { PermanentError } from '../bus/permanent-error.ts';
import type { Sql } from '../database/sql.ts';

/** A message that ended its process so often beyond the first time is not tried again. */
const MOST_TIMES = 2;

/**
 * Handles a message that came before without a word of what became of it, counting where a crash cannot lose the
 * count. The broker's own counts would charge the neighbours that were handed out together with it.
 * @throws PermanentError where the process ended each time that it was handled
 */
export const countingInterruptions = async (
  sql: Sql,
  { subscription, eventId }: { readonly subscription: string; readonly eventId: string },
  handle: () => Promise<void>,
): Promise<void> => {
  const [row] = await sql.query<{ times: number }>(BEGIN, [subscription, eventId]);
  try {
    if ((row?.times ?? 0) > MOST_TIMES) {
      throw new PermanentError('The process ended each time that it handled this message.');
    }
    await handle();
  } finally {
    await sql.query(END, [subscription, eventId]);
  }
};

const BEGIN = `
  INSERT INTO platform.interrupted AS row (subscription, event_id) VALUES ($1, $2)
  ON CONFLICT (subscription, event_id) DO UPDATE SET times = row.times + 1, noted_at = clock_timestamp()
  RETURNING times`;

const END = 'DELETE FROM platform.interrupted WHERE subscription = $1 AND event_id = $2';
