import { type MailLanguage, ToldLanguage } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { currentTraceparent } from '@vitrine/platform/outbox/trace-context.ts';
import { Prisma, type PrismaClient } from '../prisma/generated/client.ts';

type Client = TransactionOf<PrismaClient>;

/** What the owner of a share is told of its guests, of several in one mail. */
export type OwnerNews = 'delivery-failed' | 'unopened-soon' | 'ended-unopened';
/** To the guest, the invitation, its reminder and a code; to the owner, that a guest asks for a new link, and news. */
export type MailKind = 'invitation' | 'ends-soon' | 'code' | 'link-requested' | OwnerNews;
export type MailState = 'queued' | 'sent' | 'failed';

/** One mail that is to be handed over, once. */
export interface MailSend {
  id: string;
  invitationId: string;
  shareId: string;
  kind: MailKind;
  /** The guests whom it tells of, where these may be several. */
  about: readonly string[];
  /** What it was asked for in, where it was asked for on a page. */
  language: MailLanguage | null;
  /** The W3C `traceparent` of what asked for it. */
  traceparent: string | null;
  state: MailState;
  attempts: number;
  error: string | null;
}

/** A mail that is to wait. */
export type NewMail = Pick<MailSend, 'id' | 'invitationId' | 'kind'> & Partial<Pick<MailSend, 'language'>>;

/** The mails of invitations; a renewal or a new request adds one. */
export const mailRepository = (client: Client) => ({
  mails: {
    ...outcomes(client),
    ...newsToOwners(client),
    ...single(client),
    /** One mail for each of the invitations. */
    addAll: async (mails: readonly NewMail[]): Promise<void> => {
      const ids = mails.map(({ id }) => id);
      const invitationIds = mails.map(({ invitationId }) => invitationId);
      const kinds = mails.map(({ kind }) => kind);
      const languages = mails.map(({ language = null }) => language);
      await client.$executeRaw`
        INSERT INTO mail_send (id, invitation_id, kind, language, traceparent, state, attempts, next_at, created_at)
        SELECT id, invitation_id, kind, language, ${currentTraceparent() ?? null}, 'queued', 0, now(), now()
        FROM unnest(${ids}::uuid[], ${invitationIds}::uuid[], ${kinds}::text[], ${languages}::text[])
          AS mail (id, invitation_id, kind, language)`;
    },
    /** Whether there was such a mail within so many days. */
    hadWithinDays: async (invitationId: string, kind: MailKind, days: number): Promise<boolean> => {
      const found = await client.$queryRaw<unknown[]>`
        SELECT 1 FROM mail_send WHERE invitation_id = ${invitationId}::uuid AND kind = ${kind}
          AND created_at > now() - make_interval(hours => ${days * 24}) LIMIT 1`;
      return found.length > 0;
    },
    /** The newest mail with the link of each invitation. */
    newestOf: async (invitationIds: readonly string[]): Promise<Map<string, MailSend>> => {
      const rows = await client.mailSend.findMany({
        where: { invitationId: { in: [...invitationIds] }, kind: 'invitation' },
        distinct: ['invitationId'],
        orderBy: [{ invitationId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
        include: { invitation: { select: { shareId: true } } },
      });
      return new Map(rows.map((row) => [row.invitationId, asMailSend(row)]));
    },
    /** Takes a mail whose time has come, for so long; another process leaves it alone meanwhile. Null where none waits. */
    claim: async (leaseSeconds: number): Promise<MailSend | null> => {
      const [row] = await client.$queryRaw<(Omit<MailSend, 'language'> & { language: string | null })[]>`
        UPDATE mail_send SET attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds})
        WHERE id = (
          SELECT id FROM mail_send
          WHERE state = 'queued' AND next_at <= now() AND (locked_until IS NULL OR locked_until <= now())
          ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, invitation_id AS "invitationId", kind, about, language, traceparent, state, attempts,
          error, (SELECT share_id FROM invitation WHERE id = invitation_id) AS "shareId"`;
      return row ? { ...row, language: ToldLanguage.parse(row.language) } : null;
    },
    isQueued: async (id: string): Promise<boolean> =>
      (await client.mailSend.count({ where: { id, state: 'queued' } })) > 0,
  },
});

const single = (client: Client) => ({
  byId: async (id: string): Promise<Pick<MailSend, 'id' | 'invitationId' | 'kind'> | null> => {
    const row = await client.mailSend.findUnique({ where: { id } });
    return row && { id, invitationId: row.invitationId, kind: row.kind as MailKind };
  },
});

const NEWS_KEY = Prisma.sql`hashtextextended('news', 0)`;

/** What the owner of a share is told. It waits for a minute, and what comes meanwhile goes out with it. */
const newsToOwners = (client: Client) => ({
  /** Whoever has more to tell of the share at the same time waits, and finds this. */
  tellOwner: async (news: { id: string; shareId: string; kind: OwnerNews; about: readonly string[] }) => {
    const { id, shareId, kind } = news;
    const about = [...news.about];
    await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${shareId}, 0) # ${NEWS_KEY})`;
    const joined = await client.$executeRaw`
      UPDATE mail_send SET about = mail_send.about || ${about}::uuid[] FROM invitation
      WHERE invitation.id = invitation_id AND share_id = ${shareId}::uuid
        AND mail_send.kind = ${kind} AND state = 'queued' AND attempts = 0`;
    if (joined > 0) return;
    await client.$executeRaw`
      INSERT INTO mail_send (id, invitation_id, kind, about, traceparent, state, attempts, next_at, created_at)
      VALUES (${id}::uuid, ${about[0]}::uuid, ${kind}, ${about}::uuid[], ${currentTraceparent() ?? null}, 'queued', 0,
        now() + interval '1 minute', now())`;
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
  /** It was handed over and came back. Tells whether that was not known before. */
  endReturned: async (id: string, error: string): Promise<boolean> => {
    const ended = await client.$executeRaw`
      UPDATE mail_send SET state = 'failed', error = ${error} WHERE id = ${id}::uuid AND state = 'sent'`;
    return ended > 0;
  },
  /** What still waits for these invitations is not sent any more, but for what may tell of others too. */
  endAllOf: async (invitationIds: readonly string[], error: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE mail_send SET state = 'failed', error = ${error}, locked_until = NULL
      WHERE invitation_id = ANY (${[...invitationIds]}::uuid[]) AND state = 'queued' AND about = '{}'`;
  },
  /** It is tried again later; the reason is kept meanwhile. */
  postpone: async (id: string, delaySeconds: number, error: string): Promise<void> => {
    await client.$executeRaw`
      UPDATE mail_send SET error = ${error}, locked_until = NULL, next_at = now() + make_interval(secs => ${delaySeconds})
      WHERE id = ${id}::uuid AND state = 'queued'`;
  },
});

type Row = Prisma.MailSendGetPayload<{ include: { invitation: { select: { shareId: true } } } }>;

const asMailSend = ({
  id,
  invitationId,
  invitation,
  kind,
  about,
  language,
  traceparent,
  state,
  attempts,
  error,
}: Row): MailSend => ({
  id,
  invitationId,
  kind: kind as MailKind,
  about,
  language: ToldLanguage.parse(language),
  traceparent,
  shareId: invitation.shareId,
  state: state === 'sent' || state === 'failed' ? state : 'queued',
  attempts,
  error,
});
