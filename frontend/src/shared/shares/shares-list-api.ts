import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { ListedShare, ShareView, publicContract } from '@vitrine/contracts';
import { api } from '../api/client.ts';
import { SHARES_KEY } from './shares-key.ts';

export type Share = ShareView;
export type SharesScope = 'owned' | 'received';
type SharesPage = InferContractRouterOutputs<typeof publicContract>['shares']['list'];

const PAGE_SIZE = 40;

/** My shares, or those with me, page after page. */
export function useShares({
  scope,
  q,
  enabled = true,
}: {
  scope: SharesScope;
  q: string;
  enabled?: boolean;
}) {
  return useInfiniteQuery({
    enabled,
    queryKey: [...SHARES_KEY, 'list', scope, q],
    queryFn: ({ pageParam, signal }) =>
      api.shares.list(
        {
          scope,
          limit: PAGE_SIZE,
          ...(q === '' ? {} : { q }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: SharesPage) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function sharesIn(pages: readonly SharesPage[] = []): ListedShare[] {
  return pages.flatMap(({ items }) => items);
}
