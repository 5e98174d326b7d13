export type JustifiedRow = { heightPx: number; items: { index: number; widthPx: number }[] };

type Measure = { widthPx: number; gapPx: number; wantedHeightPx: number };

const NARROW_PX = 640;
/** Below the pictures of a row: their words, and the space to the next row. */
export const FOOT_PX = 82;

const RATIO_MIN = 0.5;
const RATIO_MAX = 3.2;
const RATIO_USUAL = 4 / 3;

/** The proportions of a tile: those of its picture, but for what would be a thread or a tower. */
export function ratioOf({ width, height }: { width: number | null; height: number | null }): number {
  if (width === null || height === null || width === 0 || height === 0) return RATIO_USUAL;
  return Math.min(RATIO_MAX, Math.max(RATIO_MIN, width / height));
}

/** How a gallery of this width is set. */
export function measureGallery(widthPx: number): Measure {
  return widthPx < NARROW_PX
    ? { widthPx, gapPx: 12, wantedHeightPx: 300 }
    : { widthPx, gapPx: 24, wantedHeightPx: 320 };
}

/** Sets pictures into rows that fill the width, each row as near to the wanted height as the pictures allow. */
export function justifiedRows(ratios: readonly number[], measure: Measure): JustifiedRow[] {
  const rows: JustifiedRow[] = [];
  let start = 0;
  while (start < ratios.length) {
    const count = countOfRow(ratios, start, measure);
    const isLast = start + count === ratios.length;
    rows.push(rowOf(ratios, { start, count, isLast }, measure));
    start += count;
  }
  return rows;
}

function countOfRow(ratios: readonly number[], start: number, measure: Measure): number {
  let count = 1;
  while (start + count < ratios.length) {
    const now = heightOf(ratios, { start, count }, measure);
    const withOneMore = heightOf(ratios, { start, count: count + 1 }, measure);
    if (distance(withOneMore, measure) >= distance(now, measure)) break;
    count += 1;
  }
  return count;
}

type Span = { start: number; count: number };

function rowOf(ratios: readonly number[], span: Span & { isLast: boolean }, measure: Measure): JustifiedRow {
  const full = heightOf(ratios, span, measure);
  // The last row is not blown up to fill the width.
  const heightPx = span.isLast ? Math.min(full, measure.wantedHeightPx) : full;
  const items = ratios.slice(span.start, span.start + span.count).map((ratio, offset) => ({
    index: span.start + offset,
    widthPx: ratio * heightPx,
  }));
  return { heightPx, items };
}

function heightOf(ratios: readonly number[], { start, count }: Span, { widthPx, gapPx }: Measure): number {
  const sum = ratios.slice(start, start + count).reduce((total, ratio) => total + ratio, 0);
  return (widthPx - gapPx * (count - 1)) / sum;
}

function distance(heightPx: number, { wantedHeightPx }: Measure): number {
  return Math.abs(heightPx - wantedHeightPx);
}
