import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { isCovered } from '../../shared/state/covered.ts';
import { whenCoveredInSlices } from '../../shared/state/in-slices.ts';
import { createFilling, isFilled } from './filling.ts';
import type { DrawnRows } from './filling.ts';
import { createPaceMeter } from './pace.ts';
import type { Pace } from './pace.ts';
import { indicesOf, isSameRange, rowsAt } from './row-range.ts';
import type { RowRange } from './row-range.ts';

const OVERSCAN_ROWS = 2;
/** So many assets are drawn without a frame being missed. */
const DRAWN_IN_A_FRAME = 6;
const NONE: RowRange = { first: 0, last: -1 };

type Options = {
  rowCount: number;
  rowHeightPx: number;
  columnCount: number;
  /** Which items are drawn now, first and last. */
  onShow: (first: number, last: number) => void;
};

/** Draws only the rows near the window, at the height that all of them would have. */
export function useRows({ rowCount, rowHeightPx, columnCount, onShow }: Options) {
  const ref = useRef<HTMLDivElement>(null);
  const { range, pace, lead } = useRowRange(ref, rowCount, rowHeightPx);
  const { first, last } = range;
  const rows = indicesOf({ first, last: Math.min(last, rowCount - 1) });
  const drawn = useFilling(rows, columnCount, pace);

  useEffect(() => {
    if (last >= first) onShow(first * columnCount, (last + 1) * columnCount - 1);
  }, [first, last, columnCount, onShow]);

  const scrollTo = useCallback(
    (row: number) => {
      lead();
      scrollIntoView(ref.current, row * rowHeightPx, rowHeightPx);
    },
    [lead, rowHeightPx],
  );
  return {
    ref,
    heightPx: rowCount * rowHeightPx,
    isBusy: rowCount > 0 && (rows.length === 0 || !isFilled(drawn, columnCount, 'calm')),
    rows: rows.map((index) => ({
      ...{ index, topPx: index * rowHeightPx },
      drawnCount: drawn.get(index)?.count ?? 0,
      detail: drawn.get(index)?.detail ?? 'name',
    })),
    scrollTo,
  };
}

function useRowRange(ref: RefObject<HTMLElement | null>, rowCount: number, rowHeightPx: number) {
  const [range, setRange] = useState(NONE);
  const [meter] = useState(createPaceMeter);
  const [pace, setPace] = useState<Pace>('calm');

  const look = useEffectEvent((draw: (change: () => void) => void) => {
    if (ref.current === null) return;
    const fromPx = -ref.current.getBoundingClientRect().top;
    const place = { fromPx, toPx: fromPx + window.innerHeight, rowHeightPx, rowCount };
    const next = rowsAt({ ...place, beyond: OVERSCAN_ROWS });
    const nextPace = meter.note(fromPx / window.innerHeight, performance.now());
    if (isSameRange(next, range) && nextPace === pace) return;
    draw(() => {
      setRange((held) => (isSameRange(next, held) ? held : next));
      setPace(nextPace);
    });
  });

  useLayoutEffect(() => look(whenCoveredInSlices), [rowCount, rowHeightPx]);
  useEffect(() => {
    // In the frame that the window is scrolled in, or that shows where nothing is drawn yet.
    const lookAtOnce = () => look(flushSync);
    // What passes under a hand at rest would be looked for, and drawn as pointed at, in each frame.
    const passUnderHand = () => ref.current?.toggleAttribute('data-passing', meter.isPassing());
    const following = followFrames((nowMs) => {
      setPace(meter.frame(nowMs));
      passUnderHand();
      return !meter.isResting();
    });
    const onScroll = () => {
      lookAtOnce();
      passUnderHand();
      following.start();
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', lookAtOnce);
    return () => {
      following.stop();
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', lookAtOnce);
    };
  }, [meter, ref]);
  const lead = useCallback(() => meter.lead(performance.now()), [meter]);
  return { range, pace, lead };
}

/** Asks at each frame, once it was started, until the answer is no. */
function followFrames(ask: (nowMs: number) => boolean) {
  let frame: number | null = null;
  const next = (): void => {
    frame = requestAnimationFrame((nowMs) => {
      frame = null;
      if (ask(nowMs)) next();
    });
  };
  return {
    start: () => (frame === null ? next() : undefined),
    stop: () => (frame === null ? undefined : cancelAnimationFrame(frame)),
  };
}

/** How much of each row is drawn; the rest follows with the frames after it. */
function useFilling(rows: readonly number[], columnCount: number, pace: Pace): DrawnRows {
  const [filling] = useState(() =>
    createFilling(DRAWN_IN_A_FRAME, {
      rowsLater: OVERSCAN_ROWS,
      ...(isCovered() ? { itemsAtFirst: DRAWN_IN_A_FRAME } : {}),
    }),
  );
  const [, drawAgain] = useState(0);
  // Below the drawing in their order, so that the first tile there is the first of the list.
  const drawn = filling.next(isCovered() ? rows : fromTheMiddle(rows), columnCount, pace);
  useLayoutEffect(() => {
    filling.keep(drawn);
    if (isFilled(drawn, columnCount, pace)) return;
    const frame = requestAnimationFrame(() => whenCoveredInSlices(() => drawAgain((times) => times + 1)));
    return () => cancelAnimationFrame(frame);
  });
  return drawn;
}

/** What is looked at first, and then what lies beyond the window: above the first row there is nothing. */
function fromTheMiddle(rows: readonly number[]): number[] {
  const [first = 0] = rows;
  const seen = { first: first === 0 ? 0 : first + OVERSCAN_ROWS, last: (rows.at(-1) ?? 0) - OVERSCAN_ROWS };
  const middle = (seen.first + seen.last) / 2;
  return rows.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
}

/** No further than it has to be, and not under the bars that stay in view. */
function scrollIntoView(list: HTMLElement | null, topPx: number, heightPx: number): void {
  if (list === null) return;
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(list);
  const startPx = list.getBoundingClientRect().top + topPx;
  const above = startPx - Number.parseFloat(scrollMarginTop);
  const below = startPx + heightPx - (window.innerHeight - Number.parseFloat(scrollMarginBottom));
  if (above < 0) window.scrollBy(0, above);
  else if (below > 0) window.scrollBy(0, below);
}
