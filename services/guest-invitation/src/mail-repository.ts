import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { type Prisma, type PrismaClient } from '../prisma/generated/client.ts';

type Client = TransactionOf<PrismaClient>;

export type MailState = 'queued' | 'sent' | 'failed';

/** One mail that is to be handed over, once. */
export interface MailSend {
  id: string;
  invitationId: string;
  state: MailState;
  attempts: number;
  error: string | null;
}

/** The mails of invitations; a renewal or a new request adds one. */
export const mailRepository = (client: Client) => ({
  mails: {
    add: async (mail: { id: string; invitationId: string }): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO mail_send (id, invitation_id, state, attempts, next_at, created_at)
        VALUES (${mail.id}::uuid, ${mail.invitationId}::uuid, 'queued', 0, now(), now())`;
    },
    /** The newest mail of each invitation. */
    newestOf: async (invitationIds: readonly string[]): Promise<Map<string, MailSend>> => {
      const rows = await client.mailSend.findMany({
        where: { invitationId: { in: [...invitationIds] } },
        distinct: ['invitationId'],
        orderBy: [{ invitationId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
      });
      return new Map(rows.map((row) => [row.invitationId, asMailSend(row)]));
    },
    /** Takes a mail whose time has come, for so long; another process leaves it alone meanwhile. Null where none waits. */
    claim: async (leaseSeconds: number): Promise<MailSend | null> => {
      const [row] = await client.$queryRaw<MailSend[]>`
        UPDATE mail_send SET attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds})
        WHERE id = (
          SELECT id FROM mail_send
          WHERE state = 'queued' AND next_at <= now() AND (locked_until IS NULL OR locked_until <= now())
          ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, invitation_id AS "invitationId", state, attempts, error`;
      return row ?? null;
    },
    /** It was handed over, or will not be: an end with its reason. */
    end: async (id: string, state: 'sent' | 'failed', error: string | null): Promise<void> => {
      await client.$executeRaw`
        UPDATE mail_send SET state = ${state}, error = ${error}, locked_until = NULL,
          sent_at = CASE WHEN ${state} = 'sent' THEN now() END
        WHERE id = ${id}::uuid`;
    },
    /** It is tried again later; the reason is kept meanwhile. */
    postpone: async (id: string, delaySeconds: number, error: string): Promise<void> => {
      await client.$executeRaw`
        UPDATE mail_send SET error = ${error}, locked_until = NULL, next_at = now() + make_interval(secs => ${delaySeconds})
        WHERE id = ${id}::uuid`;
    },
  },
});

const asMailSend = ({ id, invitationId, state, attempts, error }: Prisma.MailSendModel): MailSend => ({
  id,
  invitationId,
  state: state === 'sent' || state === 'failed' ? state : 'queued',
  attempts,
  error,
});
