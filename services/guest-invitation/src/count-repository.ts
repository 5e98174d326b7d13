import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { type Counted, WINDOW_SECONDS } from './invitation-limit.ts';

/** How many invitations people sent within the hour, by the clock of the database. */
export const countRepository = (client: TransactionOf<PrismaClient>) => ({
  invitationCounts: {
    /** Those of a person. Whoever would count for the same person waits until the transaction ends. */
    locked: async (userId: string): Promise<Counted[]> => {
      await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('invitations of ' || ${userId}, 0))`;
      return client.$queryRaw<Counted[]>`
        SELECT count, greatest(0, extract(epoch FROM clock_timestamp() - counted_at))::float8 AS "ageSeconds"
        FROM invitation_count
        WHERE user_id = ${userId}::uuid AND counted_at > clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`;
    },
    /** What is older than the hour is forgotten by the way. */
    add: async (userId: string, count: number): Promise<void> => {
      await client.$executeRaw`
        DELETE FROM invitation_count WHERE user_id = ${userId}::uuid
          AND counted_at <= clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`;
      await client.$executeRaw`
        INSERT INTO invitation_count (user_id, count, counted_at) VALUES (${userId}::uuid, ${count}, clock_timestamp())`;
    },
  },
});
