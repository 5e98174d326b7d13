import { useEffect, useRef } from 'react';

/** So far below the window the next page is asked for. */
const READ_AHEAD_PX = 1200;

type Props = { hasMore: boolean; isReading: boolean; readMore: () => void; label: string };

/** Stands at the end of a list and reads on as it comes near. */
export function ReadMore({ hasMore, isReading, readMore, label }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(readMore);
  useEffect(() => {
    latest.current = readMore;
  });

  useEffect(() => {
    const element = ref.current;
    if (element === null || !hasMore || isReading) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: `${READ_AHEAD_PX}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isReading]);

  return <div ref={ref} role="status" aria-label={isReading ? label : undefined} />;
}
