import * as z from 'zod';
import { GivenInstant } from './instant.ts';
import { PageQuery, errorsOf, pageOf, route } from './route.ts';

/** What became of an act: refused for what was asked or by whom (4xx), failed by us (5xx), else done. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One line of the audit: who did what to what, when, from where, with what outcome. */
export const AuditEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** The type of the event without its version (`share.created`), or the route (`POST /api/v1/session`). */
  act: z.string(),
  outcome: z.enum(AUDIT_OUTCOMES),
  /** The status of the answer, where a request was answered. */
  status: z.int().nullable(),
  /** A name or a guest's address; null where time or the system did it, or nobody known; empty for a guest who was forgotten. */
  actor: z.string().nullable(),
  /** The guest whom it is about. */
  guest: z.string().nullable(),
  /** The share, asset, user or domain that it is about, by the name it had then. */
  about: z.string().nullable(),
  shareId: z.uuid().nullable(),
  assetCount: z.int().nullable(),
  /** The file that was downloaded, or why a mail failed. */
  detail: z.string().nullable(),
  /** Where the request came from; null for what no request did. */
  address: z.string().nullable(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Which lines of the audit; nothing set means all of them. */
export const AuditFilter = z.object({
  /** In names, addresses, titles and acts, without regard to case. */
  q: z.string().max(200).default(''),
  /** Not before that instant, */
  from: GivenInstant.optional(),
  /** and before this one. */
  to: GivenInstant.optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** The audit of the caller's own account, newest first. Answered by activity, to administrators only. */
export const auditContract = {
  list: route
    .route({
      method: 'GET',
      path: '/admin/audit',
      summary: 'Who did what, when, from where, with what outcome',
      tags: ['Administration'],
    })
    .errors(errorsOf('not-allowed'))
    .input(PageQuery.extend(AuditFilter.shape))
    .output(pageOf(AuditEntry)),
};
