import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

const OVERSCAN_ROWS = 2;
/** So many rows before the end the next page is asked for. */
const READ_AHEAD_ROWS = 6;

type Options = { rowCount: number; rowHeightPx: number; hasMore: boolean; readMore: () => void };

/** Draws only the rows near the window, at the height that all of them would have. */
export function useRows({ rowCount, rowHeightPx, hasMore, readMore }: Options) {
  const ref = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const element = ref.current;
    if (element !== null) setTop(element.getBoundingClientRect().top + window.scrollY);
  }, [rowCount]);

  const virtualizer = useWindowVirtualizer({
    count: rowCount,
    estimateSize: () => rowHeightPx,
    overscan: OVERSCAN_ROWS,
    scrollMargin: top,
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeightPx]);

  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastIndex >= rowCount - READ_AHEAD_ROWS) readMore();
  }, [hasMore, lastIndex, rowCount, readMore]);

  return {
    ref,
    heightPx: virtualizer.getTotalSize(),
    rows: rows.map(({ index, start }) => ({ index, topPx: start - top })),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
