/** Bytes `from` to `to`, exclusive. */
export type ByteRange = readonly [from: number, to: number];

/** Adds a range to a list of ranges that is in order and apart; the answer is so again. */
export const addRange = (ranges: readonly ByteRange[], [from, to]: ByteRange): ByteRange[] => {
  if (from >= to) return [...ranges];
  const isBefore = (range: ByteRange) => range[1] < from;
  const isAfter = (range: ByteRange) => range[0] > to;
  const touched = ranges.filter((range) => !isBefore(range) && !isAfter(range));
  const joined: ByteRange = [
    Math.min(from, ...touched.map((range) => range[0])),
    Math.max(to, ...touched.map((range) => range[1])),
  ];
  return [...ranges.filter(isBefore), joined, ...ranges.filter(isAfter)];
};

/** How many bytes there are in them. */
export const byteSizeOf = (ranges: readonly ByteRange[]): number =>
  ranges.reduce((sum, [from, to]) => sum + to - from, 0);
