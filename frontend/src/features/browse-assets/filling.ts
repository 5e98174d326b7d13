import type { Pace } from './pace.ts';

/** What is drawn of an item: its name; then what can be pressed; then its picture. */
export type Detail = 'name' | 'controls' | 'picture';
/** So many items of a row are drawn, from its first; the others are shapes, until it is their turn. */
type DrawnRow = { count: number; detail: Detail };
export type DrawnRows = ReadonlyMap<number, DrawnRow>;

export type Filling = {
  /** What is drawn next of these rows, those that matter most first. */
  next: (rows: readonly number[], columnCount: number, pace?: Pace) => DrawnRows;
  /** That was drawn. */
  keep: (drawn: DrawnRows) => void;
};

const DETAILS: readonly Detail[] = ['name', 'controls', 'picture'];
const DETAIL_AT: Record<Pace, Detail> = { calm: 'picture', led: 'controls', quick: 'name', flying: 'name' };

type Opening = {
  /** No more than that when it is opened. */
  itemsAtFirst?: number;
  /** So many rows lie beyond the window: they follow. */
  rowsLater?: number;
};
/** As many names take the time of a whole item. */
const NAMES_IN_TIME_OF_ONE = 2;

/**
 * A frame has time for so many items: beyond that they are shapes at first, and filled frame by frame. What flies by
 * stays a shape, and of what passes quickly the name is drawn, until it rests. What is opened is whole at once, but for
 * what nobody sees yet.
 */
export function createFilling(itemsPerDrawing: number, opening: Opening = {}): Filling {
  const { itemsAtFirst = Number.POSITIVE_INFINITY, rowsLater = 0 } = opening;
  let held: DrawnRows = new Map();
  return {
    next: (rows, columnCount, pace = 'calm') => {
      const isOpened = held.size === 0;
      const opened = Math.min(itemsAtFirst, Math.max(1, rows.length - rowsLater) * columnCount);
      let left = isOpened ? opened : budget(held, rows, { itemsPerDrawing, pace });
      const wanted = isOpened ? 'picture' : DETAIL_AT[pace];
      const drawn = rows.map((row): [number, DrawnRow] => {
        const { next, items } = drawRow(held.get(row), { wanted, columnCount, left });
        left -= items;
        return [row, next];
      });
      return new Map(drawn);
    },
    keep: (drawn) => {
      held = drawn;
    },
  };
}

/** Whether all that the pace allows is drawn. */
export function isFilled(drawn: DrawnRows, columnCount: number, pace: Pace): boolean {
  const isEnough = ({ count, detail }: DrawnRow) =>
    count === columnCount && (pace === 'quick' || detail !== 'name');
  return pace === 'flying' || [...drawn.values()].every(isEnough);
}

type RowDrawing = { wanted: Detail; columnCount: number; left: number };

/** What of a row is drawn next, and for how many items that takes the time of. What is drawn already stays. */
function drawRow(held: DrawnRow | undefined, { wanted, columnCount, left }: RowDrawing) {
  const count = Math.min(held?.count ?? 0, columnCount);
  const before = count === 0 || held === undefined ? wanted : held.detail;
  const detail = moreOf(before, wanted);
  // A picture comes by itself; what can be pressed is drawn with the whole item.
  const drawnAnew = before === 'name' && detail !== 'name' ? count : 0;
  if (drawnAnew > 0 && left <= 0) return { next: { count, detail: before }, items: 0 };
  const added = Math.max(0, Math.min(columnCount - count, left - drawnAnew));
  return { next: { count: count + added, detail }, items: drawnAnew + added };
}

function moreOf(one: Detail, other: Detail): Detail {
  return DETAILS.indexOf(other) > DETAILS.indexOf(one) ? other : one;
}

type Drawing = { itemsPerDrawing: number; pace: Pace };

function budget(held: DrawnRows, rows: readonly number[], { itemsPerDrawing, pace }: Drawing): number {
  if (pace === 'flying' || !rows.some((row) => held.has(row))) return 0;
  return pace === 'quick' ? NAMES_IN_TIME_OF_ONE * itemsPerDrawing : itemsPerDrawing;
}
