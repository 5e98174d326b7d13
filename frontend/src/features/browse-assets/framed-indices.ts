/** Edges in the list's own pixels. */
export type Frame = { left: number; top: number; right: number; bottom: number };

/** How the items of a list lie: in rows, each item with a space after it. */
export type FramedGrid = {
  count: number;
  columnCount: number;
  columnPx: number;
  gapPx: number;
  rowPx: number;
  itemPx: number;
};

/** Which items a frame touches, drawn or not. */
export function framedIndices(frame: Frame, grid: FramedGrid): number[] {
  const { count, columnCount, columnPx, gapPx, rowPx, itemPx } = grid;
  const rows = touched([frame.top, frame.bottom], rowPx, itemPx, Math.ceil(count / columnCount));
  const columns = touched([frame.left, frame.right], columnPx + gapPx, columnPx, columnCount);
  return rows
    .flatMap((row) => columns.map((column) => row * columnCount + column))
    .filter((index) => index < count);
}

function touched([from, to]: [number, number], stepPx: number, sizePx: number, count: number): number[] {
  const first = Math.max(0, Math.floor((from - sizePx) / stepPx) + 1);
  const last = Math.min(count - 1, Math.ceil(to / stepPx) - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
