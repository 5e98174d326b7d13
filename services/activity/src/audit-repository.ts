import type { AuditFilter } from '@vitrine/contracts';
import { RequestAnsweredV1, UserUpdatedV1 } from '@vitrine/contracts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Place } from './place.ts';

/** Which lines of which account's audit. */
export interface AuditSearch extends AuditFilter {
  readonly accountId: string;
  readonly after: Place | undefined;
  readonly limit: number;
}

/** A line of the audit as it is read. */
export interface AuditRow {
  readonly id: string;
  readonly type: string;
  /** The route of a request that was answered, and of one that tells more than its event does. */
  readonly act: string | null;
  readonly at: Date;
  readonly status: number | null;
  readonly actor: string | null;
  readonly guest: string | null;
  readonly about: string | null;
  readonly shareId: string | null;
  readonly assetCount: number | null;
  readonly detail: string | null;
  readonly address: string | null;
  readonly browser: string | null;
  readonly system: string | null;
}

const IS_REQUEST = Prisma.sql`e.type = ${RequestAnsweredV1.type}`;

/** That a user changed is told alike of a password, a language and a role: the request tells which. */
const ACT = Prisma.sql`COALESCE(e.data->>'act', CASE WHEN e.type = ${UserUpdatedV1.type} THEN r.act END)`;

/**
 * Events of the account with where the request came from that caused them, which the same trace tells; and the requests
 * that no event tells of: those that were refused or failed, and those that changed something only the gateway knows,
 * such as a sign-in. What only took bytes is told by the events of the download.
 */
export const auditLines = ({
  accountId,
  q,
  from,
  to,
  outcome,
  after,
  limit,
}: AuditSearch): Prisma.Sql => Prisma.sql`
  SELECT e.id, e.type, ${ACT} AS act, e.at, COALESCE(e.status, r.status) AS status,
         COALESCE(e.actor, CASE WHEN ${IS_REQUEST} THEN NULL ELSE r.actor END) AS actor, e.guest, e.about,
         e.share_id AS "shareId", e.asset_count AS "assetCount", e.detail,
         COALESCE(e.address, r.address) AS address, COALESCE(e.browser, r.browser) AS browser,
         COALESCE(e.system, r.system) AS system
  FROM logged_event e
  LEFT JOIN LATERAL (
    SELECT status, address, browser, system, actor, data->>'act' AS act FROM logged_event cause
    WHERE NOT ${IS_REQUEST} AND cause.trace_id = e.trace_id AND cause.type = ${RequestAnsweredV1.type}
      AND cause.account_id = e.account_id AND e.type NOT LIKE 'guest.mail-%'
    ORDER BY cause.at LIMIT 1
  ) r ON true
  WHERE e.account_id = ${accountId}::uuid AND ${notToldElsewhere} AND ${outcomeIs(outcome)} AND ${within(from, to)}
    AND ${beyond(after)} AND ${says(q)}
  ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;

const notToldElsewhere = Prisma.sql`(NOT ${IS_REQUEST} OR e.status >= 400 OR (e.data->>'act' NOT IN ('GET /d/:ticket', 'PATCH /api/v1/uploads/:id')
  AND NOT EXISTS (
    SELECT 1 FROM logged_event told
    WHERE told.trace_id = e.trace_id AND told.account_id = e.account_id AND told.type <> ${RequestAnsweredV1.type}
  )))`;

const outcomeIs = (outcome: AuditFilter['outcome']): Prisma.Sql => {
  if (outcome === undefined) return Prisma.sql`true`;
  if (outcome === 'done') return Prisma.sql`(e.status IS NULL OR e.status < 400)`;
  return outcome === 'refused' ? Prisma.sql`e.status BETWEEN 400 AND 499` : Prisma.sql`e.status >= 500`;
};

const within = (from: string | undefined, to: string | undefined): Prisma.Sql =>
  Prisma.sql`(${from ?? null}::timestamptz IS NULL OR e.at >= ${from ?? null}::timestamptz)
    AND (${to ?? null}::timestamptz IS NULL OR e.at < ${to ?? null}::timestamptz)`;

const beyond = (after: Place | undefined): Prisma.Sql =>
  after === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;

/** Each word anywhere; `%` and `_` are letters like any other. */
const says = (q: string): Prisma.Sql => {
  const words = q.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return Prisma.sql`true`;
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  return Prisma.sql`concat_ws(' ', e.type, ${ACT}, e.actor, e.guest, e.about, e.detail,
    COALESCE(e.address, r.address)) ILIKE ALL (${patterns}::text[])`;
};
