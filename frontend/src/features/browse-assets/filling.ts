import type { Pace } from './pace.ts';

/** So many items of a row are drawn, from its first; the others are shapes, until it is their turn. */
type DrawnRow = { count: number; hasPictures: boolean };
export type DrawnRows = ReadonlyMap<number, DrawnRow>;

export type Filling = {
  /** What is drawn next of these rows, those that matter most first. */
  next: (rows: readonly number[], columnCount: number, pace?: Pace) => DrawnRows;
  /** That was drawn. */
  keep: (drawn: DrawnRows) => void;
};

type Opening = {
  /** No more than that when it is opened. */
  itemsAtFirst?: number;
  /** So many rows lie beyond the window: they follow. */
  rowsLater?: number;
};

/**
 * A frame has time for so many items: beyond that they are shapes at first, and filled frame by frame. What flies by
 * stays a shape, and what passes quickly is drawn without its picture, until it rests. What is opened is whole at once,
 * but for what nobody sees yet.
 */
export function createFilling(itemsPerDrawing: number, opening: Opening = {}): Filling {
  const { itemsAtFirst = Number.POSITIVE_INFINITY, rowsLater = 0 } = opening;
  let held: DrawnRows = new Map();
  return {
    next: (rows, columnCount, pace = 'calm') => {
      const isOpened = held.size === 0;
      const opened = Math.min(itemsAtFirst, Math.max(1, rows.length - rowsLater) * columnCount);
      let left = isOpened ? opened : budget(held, rows, { itemsPerDrawing, pace });
      const drawn = rows.map((row): [number, DrawnRow] => {
        const kept = Math.min(held.get(row)?.count ?? 0, columnCount);
        const added = Math.min(columnCount - kept, left);
        left -= added;
        const hasPictures = pace === 'calm' || isOpened || held.get(row)?.hasPictures === true;
        return [row, { count: kept + added, hasPictures }];
      });
      return new Map(drawn);
    },
    keep: (drawn) => {
      held = drawn;
    },
  };
}

type Drawing = { itemsPerDrawing: number; pace: Pace };

function budget(held: DrawnRows, rows: readonly number[], { itemsPerDrawing, pace }: Drawing): number {
  return pace !== 'flying' && rows.some((row) => held.has(row)) ? itemsPerDrawing : 0;
}
