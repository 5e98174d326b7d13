/** Which pages of a list are held, and which of them are looked at: these alone are read anew when something changed. */
export type ReadPages = {
  held: readonly number[];
  first: number;
  last: number;
};

/** Of a list that was wandered through from end to end, so many are held. */
const HELD_MAX = 60;

export const FIRST_PAGE: ReadPages = { held: [0], first: 0, last: 0 };

/** These pages are looked at now. */
export function lookingAt(pages: ReadPages, first: number, last: number): ReadPages {
  if (first === pages.first && last === pages.last) return pages;
  const wanted = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const held = [...new Set([...pages.held, ...wanted])];
  return { first, last, held: nearest(held, (first + last) / 2) };
}

/** Another page beside those that are looked at. */
export function reaching(pages: ReadPages, page: number): ReadPages {
  return lookingAt(pages, Math.min(pages.first, page), Math.max(pages.last, page));
}

function nearest(held: readonly number[], middle: number): number[] {
  return held
    .toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle))
    .slice(0, HELD_MAX)
    .sort((one, other) => one - other);
}

type Page<Item> = { number: number; items: readonly Item[] };

/** A list of so many, with what was read of it in its place. */
export function inPlace<Item>(
  pages: readonly Page<Item>[],
  { total, pageSize }: { total: number; pageSize: number },
): (Item | undefined)[] {
  const list = new Array<Item | undefined>(total).fill(undefined);
  for (const { number, items } of pages) {
    items.forEach((item, place) => {
      const index = number * pageSize + place;
      if (index < total) list[index] = item;
    });
  }
  return list;
}

/** What lies around a place without a gap, first and last; nothing around a place where nothing is known. */
export function runAround(list: readonly unknown[], index: number): { first: number; last: number } {
  if (list[index] === undefined) return { first: index, last: index - 1 };
  let [first, last] = [index, index];
  while (list[first - 1] !== undefined) first -= 1;
  while (list[last + 1] !== undefined) last += 1;
  return { first, last };
}
