import { ToldLanguage } from '@vitrine/contracts';
import {
  type InTransaction,
  type TransactionOf,
  defineDatabase,
} from '@vitrine/platform/database/define-database.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import type { Invitation } from './invitation.ts';
import { countRepository } from './count-repository.ts';
import { codeRepository } from './code-repository.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { knownPeopleRepository } from './known-people-repository.ts';
import { linkRepository } from './link-repository.ts';
import type { LiveRow } from './live-row.ts';
import { mailRepository } from './mail-repository.ts';
import { promisedDomainRepository } from './promised-domain-repository.ts';
import { readingRepository } from './reading-repository.ts';
import { recoveryMailRepository } from './recovery-mail-repository.ts';

type Client = TransactionOf<PrismaClient>;

export type GuestRepositories = ReturnType<typeof repositories>;
/** What a unit of work is handed. */
export type GuestTransaction = InTransaction<GuestRepositories>;
export type GuestDatabase = Pick<Database<GuestRepositories>, 'inTransaction' | 'repositories'>;

export const guestInvitationDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories,
});

function repositories(client: TransactionOf<PrismaClient>) {
  return {
    ...invitationRepository(client),
    ...linkRepository(client),
    ...codeRepository(client),
    ...countRepository(client),
    ...mailRepository(client),
    ...knownPeopleRepository(client),
    ...forgettingRepository(client),
    ...promisedDomainRepository(client),
    ...readingRepository(client),
    ...recoveryMailRepository(client),
    /** The database's clock, which decides what is expired. */
    databaseNow: async (): Promise<Date> => {
      const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
      return row?.now ?? new Date();
    },
  };
}

export interface GuestCount {
  shareId: string;
  guestCount: number;
}

/** As they were invited. */
const IN_ORDER: Prisma.InvitationOrderByWithRelationInput[] = [{ invitedAt: 'asc' }, { id: 'asc' }];

const SECOND_KEY = Prisma.sql`hashtextextended('guests', 0)`;

const invitationRepository = (client: Client) => ({
  invitations: {
    ...ofUsers(client),
    ...removedToo(client),
    ...ofTheirEnd(client),
    addAll: async (invitations: readonly Invitation[]): Promise<void> => {
      await client.invitation.createMany({ data: [...invitations] });
    },
    save: async ({ id, ...state }: Invitation): Promise<void> => {
      await client.invitation.update({ where: { id }, data: state });
    },
    /** Keeps all who would change the guests of a share waiting until the transaction ends. */
    lockShare: async (shareId: string): Promise<void> => {
      await client.$executeRaw`
        SELECT pg_advisory_xact_lock(hashtextextended(${shareId}, 0) # ${SECOND_KEY})`;
    },
    /** The guests of a share, without those who were removed, in the order of inviting. */
    ofShare: (shareId: string): Promise<Invitation[]> =>
      existing(client, { shareId, removedAt: null }, IN_ORDER),
    /** Whether anybody ever was a guest of a share, removed ones included. */
    hadAny: async (shareId: string): Promise<boolean> =>
      (await client.invitation.findFirst({ where: { shareId }, select: { id: true } })) !== null,
    /** The same, as they are once nobody else changes one of them any more. */
    lockedOfShare: async (shareId: string): Promise<Invitation[]> => {
      await client.$queryRaw`
        SELECT id FROM invitation WHERE share_id = ${shareId}::uuid AND removed_at IS NULL ORDER BY id FOR UPDATE`;
      return existing(client, { shareId, removedAt: null }, IN_ORDER);
    },
    locked: async (id: string): Promise<Invitation | null> => {
      await client.$queryRaw`SELECT id FROM invitation WHERE id = ${id}::uuid FOR UPDATE`;
      return live(client, { id });
    },
    bySecretHash: (secretHash: string): Promise<Invitation | null> =>
      live(client, { links: { some: { secretHash, endedAt: null } } }),
    byId: (id: string): Promise<Invitation | null> => live(client, { id }),
    byIds: (ids: readonly string[]): Promise<Invitation[]> =>
      existing(client, { id: { in: [...ids] }, removedAt: null }, IN_ORDER),
    noteOpenedByLinkAlone: async (id: string): Promise<void> => {
      await client.invitation.update({ where: { id }, data: { isOpenedByLinkAlone: true } });
    },
    countDownload: async (id: string): Promise<void> => {
      await client.invitation.updateMany({ where: { id }, data: { downloads: { increment: 1 } } });
    },
    countBegun: async (id: string): Promise<void> => {
      await client.invitation.updateMany({ where: { id }, data: { downloadsBegun: { increment: 1 } } });
    },
  },
});

/** What the clock brings. Others may be at work on the rest. */
const ofTheirEnd = (client: Client) => ({
  /** How many of each share live; a share without any is left out. */
  liveCounts: (shareIds: readonly string[]): Promise<GuestCount[]> => client.$queryRaw<GuestCount[]>`
    SELECT share_id AS "shareId", count(*)::int AS "guestCount" FROM invitation
    WHERE share_id = ANY(${[...shareIds]}::uuid[]) AND removed_at IS NULL AND expires_at > now()
    GROUP BY share_id`,
  /** Those whose end has come and was not told yet, locked; others may be at work on the rest. */
  lockedToTell: async (most: number): Promise<Invitation[]> => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM invitation
      WHERE removed_at IS NULL AND NOT is_expiry_told AND expires_at <= now()
      ORDER BY expires_at LIMIT ${most} FOR UPDATE SKIP LOCKED`;
    return existing(client, { id: { in: rows.map(({ id }) => id) } }, [{ expiresAt: 'asc' }]);
  },
  /** Those of two days and more that end within a day and were not reminded of, locked. */
  lockedToRemind: async (most: number): Promise<Invitation[]> => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM invitation
      WHERE removed_at IS NULL AND NOT is_end_reminded AND duration_days >= 2
        AND expires_at > now() AND expires_at <= now() + interval '24 hours'
      ORDER BY expires_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED`;
    return existing(client, { id: { in: rows.map(({ id }) => id) } }, IN_ORDER);
  },
  markReminded: async (ids: readonly string[]): Promise<void> => {
    await client.invitation.updateMany({ where: { id: { in: [...ids] } }, data: { isEndReminded: true } });
  },
});

/** Invitations, also those that were removed. */
const removedToo = (client: Client) => ({
  everByIds: (ids: readonly string[]): Promise<Invitation[]> =>
    existing(client, { id: { in: [...ids] } }, IN_ORDER),
  everById: (id: string): Promise<Invitation | null> => ever(client, id),
  everLocked: async (id: string): Promise<Invitation | null> => {
    await client.$queryRaw`SELECT id FROM invitation WHERE id = ${id}::uuid FOR UPDATE`;
    return ever(client, id);
  },
});

/** The invitations of users of the account. */
const ofUsers = (client: Client) => ({
  ofUser: (userId: string): Promise<Invitation[]> =>
    existing(client, { userId, removedAt: null }, [{ invitedAt: 'desc' }, { id: 'desc' }]),
  /** Those that live, newest first, and of each only what tells it: of thousands the rest is most of the time. */
  liveOfUser: (userId: string): Promise<LiveRow[]> => client.$queryRaw<LiveRow[]>`
    SELECT id, share_id AS "shareId", email, user_id AS "userId", expires_at AS "expiresAt",
           downloads_begun AS "downloadsBegun", opened_at AS "openedAt"
    FROM invitation WHERE user_id = ${userId}::uuid AND removed_at IS NULL AND expires_at > now()
    ORDER BY invited_at DESC, id DESC`,
  ofUserToShare: (userId: string, shareId: string): Promise<Invitation | null> =>
    live(client, { userId, shareId }),
  wasEverInvited: async (userId: string): Promise<boolean> =>
    (await client.invitation.findFirst({ where: { userId }, select: { id: true } })) !== null,
  /** Calls an internal guest as identity does now, but where that address is another guest of the same share. */
  follow: async (user: { userId: string; email: string; name: string }): Promise<void> => {
    await client.$executeRaw`
      UPDATE invitation SET name = ${user.name}, email = ${user.email}
      WHERE user_id = ${user.userId}::uuid AND removed_at IS NULL AND NOT EXISTS (
        SELECT FROM invitation other
        WHERE other.share_id = invitation.share_id AND other.removed_at IS NULL
          AND other.id <> invitation.id AND lower(other.email) = lower(${user.email}))`;
  },
});

const existing = async (
  client: Client,
  where: Prisma.InvitationWhereInput,
  orderBy: Prisma.InvitationOrderByWithRelationInput[],
): Promise<Invitation[]> => (await client.invitation.findMany({ where, orderBy })).map(asInvitation);

const ever = async (client: Client, id: string): Promise<Invitation | null> => {
  const row = await client.invitation.findUnique({ where: { id } });
  return row === null ? null : asInvitation(row);
};

const live = async (client: Client, where: Prisma.InvitationWhereInput): Promise<Invitation | null> => {
  const row = await client.invitation.findFirst({ where: { ...where, removedAt: null } });
  return row === null ? null : asInvitation(row);
};

const asInvitation = ({ kind, language, ...row }: Prisma.InvitationModel): Invitation => ({
  ...row,
  language: ToldLanguage.parse(language),
  kind: kind === 'internal' ? 'internal' : 'external',
});
