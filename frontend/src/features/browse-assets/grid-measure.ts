const GAP_PX = 24;
const GAP_NARROW_PX = 12;
const COLUMN_MIN_PX = 200;
const COLUMN_MIN_NARROW_PX = 150;
const NARROW_PX = 640;
const MAT_RATIO = 3 / 4;
/** Name and facts below the mat, and the space to the next row. */
const FOOT_PX = 46;
const ROW_GAP_PX = 20;

export type GridMeasure = { columnCount: number; gapPx: number; rowHeightPx: number };

/** How many columns fit, and how high a row is: known before any picture is there, so that nothing jumps. */
export function measureGrid(widthPx: number): GridMeasure {
  const isNarrow = widthPx < NARROW_PX;
  const gapPx = isNarrow ? GAP_NARROW_PX : GAP_PX;
  const columnMinPx = isNarrow ? COLUMN_MIN_NARROW_PX : COLUMN_MIN_PX;
  const columnCount = Math.max(1, Math.floor((widthPx + gapPx) / (columnMinPx + gapPx)));
  const columnPx = (widthPx - gapPx * (columnCount - 1)) / columnCount;
  return { columnCount, gapPx, rowHeightPx: Math.round(columnPx * MAT_RATIO) + FOOT_PX + ROW_GAP_PX };
}

export function rowsOf<Item>(items: readonly Item[], columnCount: number): Item[][] {
  const rowCount = Math.ceil(items.length / columnCount);
  return Array.from({ length: rowCount }, (_, row) =>
    items.slice(row * columnCount, (row + 1) * columnCount),
  );
}

/** Where the arrow keys lead from an item; null where there is nothing more in that direction. */
export function neighbourOf(index: number, key: string, count: number, columnCount: number): number | null {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columnCount, ArrowDown: columnCount }[key];
  if (step === undefined) return null;
  const next = index + step;
  return next >= 0 && next < count ? next : null;
}
