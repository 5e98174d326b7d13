import { DownloadCompletedV1, RequestAnsweredV1 } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { Prisma, type PrismaClient } from '../prisma/generated/client.ts';
import { type AuditRow, type AuditSearch, auditLines } from './audit-repository.ts';
import type { KnownGuest, KnownShare } from './known-names.ts';
import type { LoggedEvent, TimelineRow } from './logged-event.ts';
import type { Place } from './place.ts';

/** By name: a column that a later version adds has its default where this one writes. */
const COLUMNS = Prisma.sql`id, type, subject, at, account_id, share_id, invitation_id, actor, guest, asset_count, detail,
  data, about, status, address, browser, system, trace_id, by_user_id`;

interface LogPage {
  readonly after: Place | undefined;
  readonly limit: number;
}

/** The log of all that happened, which is only added to. */
export const logRepository = (client: TransactionOf<PrismaClient>) => ({
  log: {
    /** Keeps each event once, however often it comes. */
    add: (events: readonly LoggedEvent[]): Promise<void> => add(client, events),
    /** What happened around a share, newest first, from a place on; without the data, which can be large. */
    ofShare: (shareId: string, page: LogPage): Promise<TimelineRow[]> =>
      client.$queryRaw<TimelineRow[]>(timelineOf(shareId, page)),
    /** How often each asset was in a download through the share that ran to its last byte; the most wanted first. */
    downloadsByAsset: (shareId: string): Promise<{ assetId: string; downloads: number }[]> =>
      client.$queryRaw<{ assetId: string; downloads: number }[]>`
        SELECT asset_id AS "assetId", count(*)::int AS downloads
        FROM logged_event, jsonb_array_elements_text(data->'assetIds') AS asset_id
        WHERE share_id = ${shareId}::uuid AND type = ${DownloadCompletedV1.type}
        GROUP BY asset_id ORDER BY downloads DESC, asset_id`,
    /** The lines of an account's audit, newest first, from a place on. */
    audit: (search: AuditSearch): Promise<AuditRow[]> => client.$queryRaw<AuditRow[]>(auditLines(search)),
    /** What was told last of each of these shares. */
    knownShares: (shareIds: readonly string[]): Promise<KnownShare[]> =>
      shareIds.length === 0
        ? Promise.resolve([])
        : client.$queryRaw<KnownShare[]>`
        SELECT DISTINCT ON (share_id) share_id AS "shareId", account_id AS "accountId", about AS title
        FROM logged_event
        WHERE share_id = ANY(${shareIds}::uuid[]) AND account_id IS NOT NULL AND type LIKE 'share.%'
        ORDER BY share_id, at DESC, id DESC`,
    /** Who was invited by each of these invitations. */
    knownGuests: (invitationIds: readonly string[]): Promise<KnownGuest[]> =>
      invitationIds.length === 0
        ? Promise.resolve([])
        : client.$queryRaw<KnownGuest[]>`
        SELECT DISTINCT ON (invitation_id) invitation_id AS "invitationId", account_id AS "accountId", guest
        FROM logged_event
        WHERE invitation_id = ANY(${invitationIds}::uuid[]) AND account_id IS NOT NULL AND guest IS NOT NULL
          AND type LIKE 'guest.%'
        ORDER BY invitation_id, at DESC, id DESC`,
  },
});

/** Downloads alone name a guest who is a user: here the address stands in them, as in all else of that guest. */
const timelineOf = (shareId: string, { after, limit }: LogPage): Prisma.Sql => Prisma.sql`
  SELECT id, type, at, COALESCE(invited.guest, e.actor) AS actor, COALESCE(invited.guest, e.guest) AS guest,
         asset_count AS "assetCount", detail
  FROM logged_event e
  LEFT JOIN LATERAL (
    SELECT guest FROM logged_event told
    WHERE e.type LIKE 'download.%' AND told.invitation_id = e.invitation_id AND told.type LIKE 'guest.%'
      AND told.guest IS NOT NULL
    ORDER BY told.at DESC LIMIT 1
  ) invited ON true
  WHERE share_id = ${shareId}::uuid AND type <> ${RequestAnsweredV1.type} AND ${beyond(after)}
  ORDER BY at DESC, id DESC LIMIT ${limit}`;

/**
 * As one text: of an event that tells thousands of ids Prisma looks at each three times, and nobody else has a turn
 * meanwhile.
 */
const add = async (client: TransactionOf<PrismaClient>, events: readonly LoggedEvent[]): Promise<void> => {
  await client.$executeRaw`
    INSERT INTO logged_event (${COLUMNS})
    SELECT ${COLUMNS}
    FROM json_populate_recordset(NULL::logged_event, ${JSON.stringify(events.map(rowOf))}::json)
    ON CONFLICT DO NOTHING`;
};

/** By the names of the columns. */
const rowOf = ({
  accountId,
  shareId,
  invitationId,
  assetCount,
  traceId,
  byUserId,
  ...others
}: LoggedEvent) => ({
  ...others,
  account_id: accountId,
  share_id: shareId,
  invitation_id: invitationId,
  asset_count: assetCount,
  trace_id: traceId,
  by_user_id: byUserId,
});

const beyond = (after: Place | undefined): Prisma.Sql =>
  after === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
