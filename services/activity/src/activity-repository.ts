import { DownloadCompletedV1 } from '@vitrine/contracts';
import {
  type InTransaction,
  type TransactionOf,
  defineDatabase,
} from '@vitrine/platform/database/define-database.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import type { LoggedEvent } from './logged-event.ts';

export type ActivityRepositories = ReturnType<typeof activityRepositories>;
/** What a unit of work is handed. */
export type ActivityTransaction = InTransaction<ActivityRepositories>;
export type ActivityDatabase = Pick<Database<ActivityRepositories>, 'inTransaction' | 'repositories'>;

/** A place in a timeline: the time and the id of a line. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

export const activityDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories: activityRepositories,
});

function activityRepositories(client: TransactionOf<PrismaClient>) {
  return {
    log: {
      /** Keeps each event once, however often it comes. */
      add: async (events: readonly LoggedEvent[]): Promise<void> => {
        const rows = events.map(({ data, ...event }) => ({ ...event, data: data as Prisma.InputJsonValue }));
        await client.loggedEvent.createMany({ data: rows, skipDuplicates: true });
      },
      /** What happened around a share, newest first, from a place on; without the data, which can be large. */
      ofShare: (
        shareId: string,
        { after, limit }: { after: Place | undefined; limit: number },
      ): Promise<Omit<LoggedEvent, 'data'>[]> => client.$queryRaw<Omit<LoggedEvent, 'data'>[]>`
        SELECT id, type, subject, at, account_id AS "accountId", share_id AS "shareId",
               invitation_id AS "invitationId", actor, guest, asset_count AS "assetCount", detail
        FROM logged_event
        WHERE share_id = ${shareId}::uuid AND ${beyond(after)}
        ORDER BY at DESC, id DESC LIMIT ${limit}`,
      /** How often each asset was in a download through the share that ran to its last byte; the most wanted first. */
      downloadsByAsset: (shareId: string): Promise<{ assetId: string; downloads: number }[]> =>
        client.$queryRaw<{ assetId: string; downloads: number }[]>`
        SELECT asset_id AS "assetId", count(*)::int AS downloads
        FROM logged_event, jsonb_array_elements_text(data->'assetIds') AS asset_id
        WHERE share_id = ${shareId}::uuid AND type = ${DownloadCompletedV1.type}
        GROUP BY asset_id ORDER BY downloads DESC, asset_id`,
    },
  };
}

const beyond = (after: Place | undefined): Prisma.Sql =>
  after === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
