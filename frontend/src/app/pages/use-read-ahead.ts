import { useCallback } from 'react';

/** So many before the end the next page is asked for. */
const AHEAD = 40;

type Query = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** For a list that is read page after page: reads on when what is shown comes near the end of what was read. */
export function useReadAhead(count: number, query: Query): (first: number, last: number) => void {
  const { fetchNextPage } = query;
  const canRead = query.hasNextPage && !query.isFetchingNextPage;
  return useCallback(
    (_, last) => {
      if (canRead && last >= count - AHEAD) void fetchNextPage();
    },
    [canRead, count, fetchNextPage],
  );
}
