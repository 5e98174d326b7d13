import { useInfiniteQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';

type ActivityPage = InferContractRouterOutputs<typeof publicContract>['activity']['ofShare'];
export type Entry = ActivityPage['items'][number];

const PAGE_SIZE = 100;
const ASK_AGAIN_MS = 10_000;

/** The timeline of a share, newest first. Others write it, so it is read again while it is looked at. */
export function useActivity(shareId: string) {
  return useInfiniteQuery({
    queryKey: ['activity', shareId],
    queryFn: ({ pageParam, signal }) =>
      api.activity.ofShare(
        { id: shareId, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ActivityPage) => page.nextCursor,
    staleTime: 0,
    refetchInterval: ASK_AGAIN_MS,
  });
}
