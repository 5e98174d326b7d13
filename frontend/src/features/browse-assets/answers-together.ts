import type { AssetsPage } from './browse-assets-api.ts';

/** What a page of the list was answered with, or is asked again with. */
export type Answer = {
  data: AssetsPage | undefined;
  dataUpdatedAt: number;
  isError: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
};

/** By their places among the pages that are held. */
type PagesRead = ReadonlyMap<number, AssetsPage>;
export type Answers = {
  data: PagesRead;
  newest: AssetsPage | null;
  error: Error | null;
  refetch: () => Promise<unknown>;
};

/**
 * Made once for a list, so that what it makes stays the same while the answers do. The pages come as a map that sees to
 * that by itself: an array the library would compare with the one before, place by place and in depth, and with each page
 * that is added all places change. With hundreds of pages that was more than half of what a frame took.
 */
export function answersTogether() {
  let held: PagesRead = new Map();
  return (results: Answer[]): Answers => {
    const newest = results.toSorted((one, other) => other.dataUpdatedAt - one.dataUpdatedAt)[0];
    held = sameOr(held, pagesOf(results));
    return {
      data: held,
      newest: newest?.data ?? null,
      error: results.find(({ isError }) => isError)?.error ?? null,
      refetch: () => Promise.all(results.filter(({ isError }) => isError).map(({ refetch }) => refetch())),
    };
  };
}

function pagesOf(results: Answer[]): PagesRead {
  return new Map(
    results.flatMap(({ data }, place): [number, AssetsPage][] => (data === undefined ? [] : [[place, data]])),
  );
}

function sameOr(before: PagesRead, now: PagesRead): PagesRead {
  const isSame = before.size === now.size && [...now].every(([place, page]) => before.get(place) === page);
  return isSame ? before : now;
}
