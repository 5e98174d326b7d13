/** Rows of a list, first and last; none where the last comes before the first. */
export type RowRange = { first: number; last: number };

type Place = {
  /** Where the window begins and ends, in the list's own pixels. */
  fromPx: number;
  toPx: number;
  rowHeightPx: number;
  rowCount: number;
  /** So many more on either side. */
  beyond: number;
};

/** The rows that the window shows, and some more: all are of one height, so nothing needs to be measured. */
export function rowsAt({ fromPx, toPx, rowHeightPx, rowCount, beyond }: Place): RowRange {
  const within = (row: number) => Math.min(Math.max(row, 0), rowCount - 1);
  return {
    first: Math.max(0, within(Math.floor(fromPx / rowHeightPx) - beyond)),
    last: within(Math.ceil(toPx / rowHeightPx) - 1 + beyond),
  };
}

export function indicesOf({ first, last }: RowRange): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}

export function isSameRange(one: RowRange, other: RowRange): boolean {
  return one.first === other.first && one.last === other.last;
}
