import type { DataOf, RequestAnsweredV1 } from '@vitrine/contracts';
import type { Where } from '../sessions/where.ts';
import type { Acting } from './who-acted.ts';

/** A request as it was answered. */
export interface Answered {
  /** `DELETE /api/v1/shares/:id`. */
  readonly route: string;
  /** What the path names, by the names in the route. */
  readonly params: Readonly<Record<string, string | string[] | undefined>>;
  readonly status: number;
  readonly where: Where;
}

/** Whose act it is, once an attempt is known to be one at a person's address. */
export type KnownActing = Exclude<Acting, { kind: 'attempt' }>;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const SHARE = /^\w+ \/api\/v1\/shares\/:id(?:\/|$)/;

/** What only takes bytes is told where it is a download; everything else that is read is not. */
const AUDITED_READS: ReadonlySet<string> = new Set([
  'GET /d/:ticket',
  'GET /api/v1/admin/audit.csv',
  'GET /api/v1/session/oidc/callback',
]);

/** Whether requests by this route are told to the audit: those that change something, and those that take files. */
export const isAudited = (route: string): boolean =>
  /^(?:POST|PUT|PATCH|DELETE) /.test(route) || AUDITED_READS.has(route);

/** What is told of a request. Of its path only ids of what the audit knows: a ticket is a secret. */
export const tellingOf = (
  { route, params, status, where }: Answered,
  acting: KnownActing,
): DataOf<typeof RequestAnsweredV1> => {
  const isShare = SHARE.test(route);
  const isGuest = acting.kind === 'guest';
  return {
    act: route,
    status,
    accountId: isGuest ? null : acting.accountId,
    userId: isGuest ? null : acting.userId,
    actorName: isGuest ? null : acting.name,
    shareId: isGuest ? acting.shareId : isShare ? idOf(params['id']) : null,
    invitationId: isGuest ? acting.invitationId : isShare ? idOf(params['guestId']) : null,
    isGuest,
    address: where.address,
    browser: where.browser,
    system: where.system,
  };
};

const idOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null;
