import { useEffect, useRef } from 'react';
import { Failure } from './failure.tsx';

/** So far below the window the next page is asked for. */
const READ_AHEAD_PX = 1200;

type PagedList = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
};

/** Stands at the end of a list and reads on as it comes near; what failed is tried again by who asks for it. */
export function ReadMore({ query, label }: { query: PagedList; label: string }) {
  const { hasNextPage: hasMore, isFetchingNextPage: isReading, fetchNextPage } = query;
  const isStopped = query.isFetchNextPageError;
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
  return <div ref={ref} role="status" aria-label={isReading ? label : undefined} />;
}
