import { ABORTED_BY, DOWNLOAD_PURPOSES } from '@vitrine/contracts';
import { type TransactionOf, defineDatabase } from '@vitrine/platform/database/define-database.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import * as z from 'zod';
import { type Prisma, PrismaClient } from '../prisma/generated/client.ts';
import type { Download } from './download.ts';
import { guestDownloadsRepository } from './guest-downloads-repository.ts';
import { Ranges, State, progressRepository } from './progress-repository.ts';
import { Taker } from './taker.ts';

type Client = TransactionOf<PrismaClient>;

export type DownloadRepositories = ReturnType<typeof repositories>;
export type DownloadDatabase = Pick<Database<DownloadRepositories>, 'inTransaction' | 'repositories'>;

export const downloadDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories,
});

function repositories(client: TransactionOf<PrismaClient>) {
  return {
    ...guestDownloadsRepository(client),
    ...progressRepository(client),
    downloads: {
      add: async (download: Download, entries: Uint8Array<ArrayBuffer>): Promise<void> => {
        await client.download.create({ data: { ...rowOf(download), entries } });
      },
      save: async (download: Download): Promise<void> => {
        await client.download.update({ where: { id: download.id }, data: rowOf(download) });
      },
      byId: (id: string): Promise<Download | null> => one(client, { id }),
      byTicketHash: (ticketHash: string): Promise<Download | null> => one(client, { ticketHash }),
      /** As it is when nobody else changes it, until the transaction ends. */
      locked: async (id: string): Promise<Download | null> => {
        await client.$queryRaw`SELECT id FROM download WHERE id = ${id}::uuid FOR UPDATE`;
        return one(client, { id });
      },
      entriesOf: async (id: string): Promise<Uint8Array | null> => {
        const found = await client.download.findUnique({ where: { id }, select: { entries: true } });
        return found?.entries ?? null;
      },
      /** Removes what could last be resumed so many days ago. */
      removeOlderThan: async (days: number): Promise<number> =>
        client.$executeRaw`DELETE FROM download WHERE resumable_until < now() - make_interval(days => ${days}::int)`,
      /** The instant by the clock that decides. */
      now: async (): Promise<Date> => {
        const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
        if (row === undefined) throw new Error('The database has no clock.');
        return row.now;
      },
    },
  };
}

const Kind = z.enum(['file', 'zip']);
const Purpose = z.enum(DOWNLOAD_PURPOSES);
const By = z.enum(ABORTED_BY).nullable();

const one = async (client: Client, where: Prisma.DownloadWhereUniqueInput): Promise<Download | null> => {
  const row = await client.download.findUnique({ where, omit: { entries: true } });
  if (row === null) return null;
  return {
    ...row,
    kind: Kind.parse(row.kind),
    purpose: Purpose.parse(row.purpose),
    state: State.parse(row.state),
    abortedBy: By.parse(row.abortedBy),
    byteSize: Number(row.byteSize),
    taker: Taker.parse(row.taker),
    sentRanges: Ranges.parse(row.sentRanges),
  };
};

const rowOf = (download: Download) => ({
  ...download,
  byteSize: BigInt(download.byteSize),
  sentRanges: download.sentRanges.map(([from, to]) => [from, to]),
});
