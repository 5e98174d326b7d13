/** The page that one turns to; at the ends one stays. */
export function turnedTo(page: number, to: 'next' | 'previous' | 'first' | 'last', count: number): number {
  const wanted = { next: page + 1, previous: page - 1, first: 1, last: count }[to];
  return Math.min(Math.max(wanted, 1), count);
}
