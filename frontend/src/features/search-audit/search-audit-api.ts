import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry, AuditOutcome } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';

export type Entry = AuditEntry;
/** What is looked for; an empty outcome is any. */
export type Search = { q: string; outcome: AuditOutcome | '' };
type AuditPage = { items: Entry[]; nextCursor: string | null };

const PAGE_SIZE = 100;

/** The audit, newest first, page after page. */
export function useAudit(search: Search) {
  return useInfiniteQuery({
    queryKey: ['administration', 'audit', search.q, search.outcome],
    queryFn: ({ pageParam, signal }) =>
      api.audit.list(
        { ...filterOf(search), limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: AuditPage) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Where all that is found can be taken as CSV; the browser takes it by itself. */
export function csvAddress(search: Search): string {
  return `/api/v1/admin/audit.csv?${new URLSearchParams(filterOf(search)).toString()}`;
}

function filterOf({ q, outcome }: Search) {
  return { ...(q === '' ? {} : { q }), ...(outcome === '' ? {} : { outcome }) };
}
