import { useEffect, useRef, useState } from 'react';
import { Failure } from './failure.tsx';

/** So far below the window the next page is asked for. */
const READ_AHEAD_PX = 1200;

type PagedList = {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  isError: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
};

/**
 * Stands at the end of a list and reads on as it comes near; what failed is tried again by who asks for it. While what
 * is listed is read anew nothing is read on: that would break it off, and what it tells of would not be seen.
 */
export function ReadMore({ query, label }: { query: PagedList; label: string }) {
  const { hasNextPage: hasMore, isFetching: isReading, fetchNextPage } = query;
  const isStopped = useIsStopped(query);
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (element === null || !hasMore || isReading || isStopped) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { rootMargin: `${READ_AHEAD_PX}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isReading, isStopped, fetchNextPage]);

  if (isStopped) return <Failure error={query.error} onRetry={() => void fetchNextPage()} />;
  return <div ref={ref} role="status" aria-label={query.isFetchingNextPage ? label : undefined} />;
}

/** From a failure to read on until something was read: whether one is read anew meanwhile, and fails too, tells of nothing. */
function useIsStopped({ isError, isFetchNextPageError }: PagedList): boolean {
  const [wasStopped, setStopped] = useState(false);
  const isStopped = isFetchNextPageError || (wasStopped && isError);
  if (isStopped !== wasStopped) setStopped(isStopped);
  return isStopped;
}
