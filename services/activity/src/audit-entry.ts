import type { AuditEntry, AuditOutcome } from '@vitrine/contracts';
import { kindOf } from './logged-event.ts';
import type { AuditRow } from './audit-repository.ts';

/** A line of the audit as administrators read it. */
export const auditEntryOf = ({ type, act, at, ...row }: AuditRow): AuditEntry => ({
  ...row,
  at: at.toISOString(),
  act: act ?? kindOf(type),
  outcome: outcomeOf(row.status),
});

const outcomeOf = (status: number | null): AuditOutcome => {
  if (status === null || status < 400) return 'done';
  return status < 500 ? 'refused' : 'failed';
};
