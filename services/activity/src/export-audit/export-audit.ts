import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AuditEntry, AuditFilter, type UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { auditEntryOf } from '../audit-entry.ts';
import type { Place } from '../place.ts';
import { type ReadAuditDeps, administeredAccount } from '../read-audit.ts';
import { csvLine } from './csv.ts';

const COLUMNS = {
  'Time (UTC)': 'at',
  Act: 'act',
  Outcome: 'outcome',
  Status: 'status',
  Who: 'actor',
  Guest: 'guest',
  About: 'about',
  Share: 'shareId',
  Assets: 'assetCount',
  Detail: 'detail',
  Address: 'address',
  Browser: 'browser',
  System: 'system',
} as const satisfies Record<string, keyof AuditEntry>;

/** So many lines are read at once: one export holds neither all of them in memory nor a transaction. */
const PAGE_SIZE = 1_000;

/** Answers the whole audit that fits the filter as CSV, page by page. One that breaks off is reset, not closed. */
export const exportAudit =
  (deps: ReadAuditDeps) =>
  async (query: unknown, response: ServerResponse, actor: UserActor): Promise<void> => {
    const accountId = administeredAccount(actor);
    const { data: filter, error } = AuditFilter.safeParse(query);
    if (filter === undefined) throw new AppError('invalid-request', {}, { cause: error });
    const pages = pagesOf(deps, accountId, filter);
    const first = await pages.next();
    response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'no-store',
    });
    try {
      await write(response, csvLine(Object.keys(COLUMNS)) + (first.done === true ? '' : first.value));
      for await (const page of pages) await write(response, page);
      response.end();
    } catch {
      response.destroy();
    }
  };

async function* pagesOf({ database }: ReadAuditDeps, accountId: string, filter: AuditFilter) {
  for (let after: Place | undefined, isMore = true; isMore;) {
    const rows = await database.repositories.log.audit({ ...filter, accountId, after, limit: PAGE_SIZE });
    const last = rows.at(-1);
    yield rows.map((row) => lineOf(auditEntryOf(row))).join('');
    isMore = rows.length === PAGE_SIZE;
    after = last && { at: last.at.toISOString(), id: last.id };
  }
}

const lineOf = (entry: AuditEntry): string => csvLine(Object.values(COLUMNS).map((field) => entry[field]));

const write = async (response: ServerResponse, text: string): Promise<void> => {
  if (response.destroyed) throw new Error('Nobody reads any more.');
  if (response.write(text)) return;
  await Promise.race([once(response, 'drain'), once(response, 'close')]);
};
