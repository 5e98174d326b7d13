/** How many items of each row are drawn, from its first; the others are shapes, until it is their turn. */
export type DrawnRows = ReadonlyMap<number, number>;

export type Filling = {
  /** What is drawn next of these rows, those that matter most first. */
  next: (rows: readonly number[], columnCount: number) => DrawnRows;
  /** That was drawn. */
  keep: (drawn: DrawnRows) => void;
};

/**
 * A frame has time for so many items: beyond that they are shapes at first, and filled frame by frame. While a list is
 * dragged by its bar every frame shows others, and none is filled before it rests. What is opened is whole at once.
 */
export function createFilling(itemsPerDrawing: number): Filling {
  let held: DrawnRows = new Map();
  return {
    next: (rows, columnCount) => {
      let left = budget(held, rows, itemsPerDrawing);
      const drawn = rows.map((row): [number, number] => {
        const kept = Math.min(held.get(row) ?? 0, columnCount);
        const added = Math.min(columnCount - kept, left);
        left -= added;
        return [row, kept + added];
      });
      return new Map(drawn);
    },
    keep: (drawn) => {
      held = drawn;
    },
  };
}

function budget(held: DrawnRows, rows: readonly number[], itemsPerDrawing: number): number {
  if (held.size === 0) return Number.POSITIVE_INFINITY;
  return rows.some((row) => held.has(row)) ? itemsPerDrawing : 0;
}
