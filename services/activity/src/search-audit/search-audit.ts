import type { AuditEntry, AuditFilter, UserActor } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import { auditEntryOf } from '../audit-entry.ts';
import { Place } from '../place.ts';
import { type ReadAuditDeps, administeredAccount } from '../read-audit.ts';

/** A page of the audit of the administrator's account, newest first. */
export const searchAudit =
  ({ database: { repositories } }: ReadAuditDeps) =>
  async (
    { cursor, limit, ...filter }: AuditFilter & { cursor?: string | undefined; limit: number },
    actor: UserActor,
  ): Promise<Page<AuditEntry>> => {
    const after = decodeCursor(Place, cursor);
    const accountId = administeredAccount(actor);
    const rows = await repositories.log.audit({ ...filter, accountId, after, limit: limit + 1 });
    return pageOfRows(rows, limit, {
      itemOf: auditEntryOf,
      keyOf: (row) => ({ at: row.at.toISOString(), id: row.id }),
    });
  };
