import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { type Prisma, type PrismaClient } from '../prisma/generated/client.ts';

type Client = TransactionOf<PrismaClient>;

export type MailState = 'queued' | 'sent' | 'failed';

/** One mail that is to be handed over, once. */
export interface MailSend {
  id: string;
  invitationId: string;
  shareId: string;
  state: MailState;
  attempts: number;
  error: string | null;
}

/** The mails of invitations; a renewal or a new request adds one. */
export const mailRepository = (client: Client) => ({
  mails: {
    ...outcomes(client),
    /** One mail for each of the invitations. */
    addAll: async (mails: readonly { id: string; invitationId: string }[]): Promise<void> => {
      const ids = mails.map(({ id }) => id);
      const invitationIds = mails.map(({ invitationId }) => invitationId);
      await client.$executeRaw`
        INSERT INTO mail_send (id, invitation_id, state, attempts, next_at, created_at)
        SELECT id, invitation_id, 'queued', 0, now(), now()
        FROM unnest(${ids}::uuid[], ${invitationIds}::uuid[]) AS mail (id, invitation_id)`;
    },
    /** The newest mail of each invitation. */
    newestOf: async (invitationIds: readonly string[]): Promise<Map<string, MailSend>> => {
      const rows = await client.mailSend.findMany({
        where: { invitationId: { in: [...invitationIds] } },
        distinct: ['invitationId'],
        orderBy: [{ invitationId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
        include: { invitation: { select: { shareId: true } } },
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
        RETURNING id, invitation_id AS "invitationId", state, attempts, error,
          (SELECT share_id FROM invitation WHERE id = invitation_id) AS "shareId"`;
      return row ?? null;
    },
    isQueued: async (id: string): Promise<boolean> =>
      (await client.mailSend.count({ where: { id, state: 'queued' } })) > 0,
  },
});

/** What becomes of a mail. What has come to its end stays so. */
const outcomes = (client: Client) => ({
  /** It was handed over, or will not be: an end with its reason. Tells whether it had not come to an end before. */
  end: async (id: string, state: 'sent' | 'failed', error: string | null): Promise<boolean> => {
    const ended = await client.$executeRaw`
      UPDATE mail_send SET state = ${state}, error = ${error}, locked_until = NULL,
        sent_at = CASE WHEN ${state} = 'sent' THEN now() END
      WHERE id = ${id}::uuid AND state = 'queued'`;
    return ended > 0;
  },
  /** What still waits for these invitations is not sent any more. */
  endAllOf: async (invitationIds: readonly string[], error: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE mail_send SET state = 'failed', error = ${error}, locked_until = NULL
      WHERE invitation_id = ANY (${[...invitationIds]}::uuid[]) AND state = 'queued'`;
  },
  /** It is tried again later; the reason is kept meanwhile. */
  postpone: async (id: string, delaySeconds: number, error: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE mail_send SET error = ${error}, locked_until = NULL, next_at = now() + make_interval(secs => ${delaySeconds})
      WHERE id = ${id}::uuid AND state = 'queued'`;
  },
});

type Row = Prisma.MailSendGetPayload<{ include: { invitation: { select: { shareId: true } } } }>;

const asMailSend = ({ id, invitationId, invitation, state, attempts, error }: Row): MailSend => ({
  id,
  invitationId,
  shareId: invitation.shareId,
  state: state === 'sent' || state === 'failed' ? state : 'queued',
  attempts,
  error,
});
