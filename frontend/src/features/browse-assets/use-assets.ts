import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { answersTogether } from './answers-together.ts';
import type { Answers } from './answers-together.ts';
import { PAGE_SIZE, filterOf } from './assets-view.ts';
import type { AssetsView } from './assets-view.ts';
import { assetsPageQuery } from './browse-assets-api.ts';
import { FIRST_PAGE, inPlace, lookingAt, reaching } from './read-pages.ts';
import type { ReadPages } from './read-pages.ts';

/** So many beyond what is drawn are read too. */
const AHEAD = 40;
const SETTLED_AFTER_MS = 100;

export type ListedAssets = {
  /** Undefined in the place of what is not read yet. */
  assets: readonly (Asset | undefined)[];
  /** Those of the pages that are looked at. */
  listed: readonly Asset[];
  total: number;
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
  /** Another filter is being read; what is shown is that of before. */
  isStale: boolean;
  /** These are looked at, first and last. */
  onShow: (first: number, last: number) => void;
  /** This one is wanted too. */
  reach: (index: number) => void;
};

/** The assets of a domain under a view: read where they are looked at, in a list that is as long as all of them. */
export function useAssets(domainId: string, view: AssetsView): ListedAssets {
  const place = JSON.stringify([domainId, filterOf(view)]);
  const { pages, onShow, reach } = usePages(place);
  const [together] = useState(answersTogether);
  const read = useQueries({
    queries: pages.held.map((page) => ({
      ...assetsPageQuery({ domainId, view }, page),
      enabled: page >= pages.first && page <= pages.last,
    })),
    combine: together,
  });
  const wanted = { ...read, pages };
  const shown = useWhileReading(domainId, wanted);
  const total = shown.newest?.total ?? 0;
  const assets = useMemo(
    () => inPlace(numbered(shown.data, shown.pages.held), { total, pageSize: PAGE_SIZE }),
    [shown.data, shown.pages.held, total],
  );
  const listed = useMemo(() => {
    const { first, last } = shown.pages;
    return assets.slice(first * PAGE_SIZE, (last + 1) * PAGE_SIZE).filter((asset) => asset !== undefined);
  }, [assets, shown.pages]);
  return {
    ...{ assets, listed, total, onShow, reach },
    isPending: shown.newest === null && read.error === null,
    ...{ isError: read.error !== null, error: read.error, refetch: read.refetch },
    isStale: shown !== wanted,
  };
}

function usePages(place: string) {
  const [held, hold] = useState({ place, pages: FIRST_PAGE });
  const pages = held.place === place ? held.pages : FIRST_PAGE;
  const change = useCallback(
    (step: (pages: ReadPages) => ReadPages) =>
      hold((before) => {
        const from = before.place === place ? before.pages : FIRST_PAGE;
        const next = step(from);
        return before.place === place && next === from ? before : { place, pages: next };
      }),
    [place],
  );
  const look = useCallback(
    (first: number, last: number) =>
      change((from) => lookingAt(from, pageOfIndex(Math.max(0, first - AHEAD)), pageOfIndex(last + AHEAD))),
    [change],
  );
  const reach = useCallback(
    (index: number) => change((from) => reaching(from, pageOfIndex(index))),
    [change],
  );
  return { pages, onShow: useWhenSettled(look), reach };
}

/** Near what was looked at before it is told at once; elsewhere only when it rests there: a bar is dragged over much. */
function useWhenSettled(look: ListedAssets['onShow']): ListedAssets['onShow'] {
  const held = useRef({ first: 0, timer: 0 });
  return useCallback(
    (first, last) => {
      const isNear = Math.abs(first - held.current.first) <= 2 * (last - first + 1);
      window.clearTimeout(held.current.timer);
      const timer = isNear ? 0 : window.setTimeout(() => look(first, last), SETTLED_AFTER_MS);
      if (isNear) look(first, last);
      held.current = { first, timer };
    },
    [look],
  );
}

function pageOfIndex(index: number): number {
  return Math.floor(index / PAGE_SIZE);
}

function numbered(data: Answers['data'], held: readonly number[]) {
  return held.flatMap((number, place) => {
    const page = data.get(place);
    return page === undefined ? [] : [{ number, items: page.items }];
  });
}

type Shown = Pick<Answers, 'data' | 'newest'> & { pages: ReadPages };

/**
 * While a new filter is read the old list stays; another domain's assets must never stand under this one's name. What
 * was there when it could not be read goes.
 */
function useWhileReading(domainId: string, read: Shown & Pick<Answers, 'error'>): Shown {
  const [kept, keep] = useState<{ domainId: string; shown: Shown } | null>(null);
  const isRead = read.newest !== null;
  if (isRead && (kept?.shown.data !== read.data || kept.shown.pages !== read.pages)) {
    keep({ domainId, shown: { data: read.data, newest: read.newest, pages: read.pages } });
  }
  if (isRead || read.error !== null || kept?.domainId !== domainId) return read;
  return kept.shown;
}
