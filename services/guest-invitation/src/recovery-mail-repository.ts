import { MailLanguage } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { currentTraceparent } from '@vitrine/platform/outbox/trace-context.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** One mail to somebody who forgot a password. It is called as the recovery is by identity. */
export interface RecoveryMail {
  id: string;
  email: string;
  name: string;
  language: MailLanguage;
  /** The W3C `traceparent` of what asked for it. */
  traceparent: string | null;
  attempts: number;
}

type Row = Omit<RecoveryMail, 'language'> & { language: string };

export const recoveryMailRepository = (client: TransactionOf<PrismaClient>) => ({
  recoveryMails: {
    add: async ({
      id,
      email,
      name,
      language,
    }: Omit<RecoveryMail, 'attempts' | 'traceparent'>): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO recovery_mail (id, email, name, language, traceparent, state, attempts, next_at, created_at)
        VALUES (${id}::uuid, ${email}, ${name}, ${language}, ${currentTraceparent() ?? null}, 'queued', 0, now(), now())`;
    },
    /** Takes a mail whose time has come, for so long; another process leaves it alone meanwhile. Null where none waits. */
    claim: async (leaseSeconds: number): Promise<RecoveryMail | null> => {
      const [row] = await client.$queryRaw<Row[]>`
        UPDATE recovery_mail SET attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds})
        WHERE id = (
          SELECT id FROM recovery_mail
          WHERE state = 'queued' AND next_at <= now() AND (locked_until IS NULL OR locked_until <= now())
          ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, email, name, language, traceparent, attempts`;
      return row ? { ...row, language: MailLanguage.catch('en').parse(row.language) } : null;
    },
    /** It was handed over, or will not be. Whom it went to is nothing to keep. */
    end: async (id: string, state: 'sent' | 'failed', error: string | null): Promise<void> => {
      await client.$executeRaw`
        UPDATE recovery_mail SET state = ${state}, error = ${error}, locked_until = NULL, email = '', name = ''
        WHERE id = ${id}::uuid AND state = 'queued'`;
    },
    postpone: async (id: string, delaySeconds: number, error: string): Promise<void> => {
      await client.$executeRaw`
        UPDATE recovery_mail SET error = ${error}, locked_until = NULL,
          next_at = now() + make_interval(secs => ${delaySeconds})
        WHERE id = ${id}::uuid AND state = 'queued'`;
    },
  },
});
