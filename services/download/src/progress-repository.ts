import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import * as z from 'zod';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Progress } from './download.ts';

export const Ranges = z.array(z.tuple([z.int(), z.int()]));
export const State = z.enum(['prepared', 'running', 'completed', 'aborted']);

/** How far downloads are, of many with one statement. */
export const progressRepository = (client: TransactionOf<PrismaClient>) => ({
  progress: {
    /** Those of them that nobody else is changing, as they are until the transaction ends. */
    lockedAmong: async (ids: readonly string[]): Promise<Progress[]> => {
      const rows = await client.$queryRaw<Progress[]>`
        SELECT id, state, sent_ranges AS "sentRanges", sending_at AS "sendingAt" FROM download
        WHERE id = ANY(${[...ids]}::uuid[]) FOR UPDATE SKIP LOCKED`;
      return rows.map((row) => ({
        ...row,
        state: State.parse(row.state),
        sentRanges: Ranges.parse(row.sentRanges),
      }));
    },
    save: async (all: readonly Progress[]): Promise<void> => {
      await client.$executeRaw`
        UPDATE download SET sent_ranges = noted.sent_ranges::jsonb, sending_at = noted.sending_at
        FROM unnest(
          ${all.map(({ id }) => id)}::uuid[],
          ${all.map(({ sentRanges }) => JSON.stringify(sentRanges))}::text[],
          ${all.map(({ sendingAt }) => sendingAt)}::timestamptz[]
        ) AS noted (id, sent_ranges, sending_at)
        WHERE download.id = noted.id`;
    },
  },
});
