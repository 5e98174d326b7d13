import { useEffect, useRef } from 'react';

/** So far below the window the next page is asked for. */
const READ_AHEAD_PX = 1200;

type PagedList = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

/** Stands at the end of a list and reads on as it comes near. */
export function ReadMore({ query, label }: { query: PagedList; label: string }) {
  const { hasNextPage: hasMore, isFetchingNextPage: isReading, fetchNextPage } = query;
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (element === null || !hasMore || isReading) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { rootMargin: `${READ_AHEAD_PX}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isReading, fetchNextPage]);

  return <div ref={ref} role="status" aria-label={isReading ? label : undefined} />;
}
