import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { ASSETS_KEY } from '../../shared/assets/assets-key.ts';
import { filterOf, firstPageOf } from './assets-view.ts';
import type { AssetsView } from './assets-view.ts';

export type AssetsPage = InferContractRouterOutputs<typeof publicContract>['assets']['list'];

const ALL_PAGE_SIZE = 200;
const POLL_WHILE_PROCESSING_MS = 1_500;

/** The assets of a domain under a view, page after page; read again while something is still being processed. */
export function useAssets(domainId: string, view: AssetsView) {
  return useInfiniteQuery(assetsQuery(domainId, view));
}

export function assetsQuery(domainId: string, view: AssetsView) {
  return infiniteQueryOptions({
    queryKey: [...ASSETS_KEY, domainId, filterOf(view)],
    queryFn: ({ pageParam, signal }) =>
      api.assets.list(
        { ...firstPageOf(domainId, view), ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: AssetsPage) => page.nextCursor,
    // While a new filter is read the old list stays, faded; another domain's assets must never stand under this one's name.
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === domainId ? previous : undefined,
    refetchInterval: ({ state }) => (hasProcessing(state.data?.pages) ? POLL_WHILE_PROCESSING_MS : false),
  });
}

/** Everything that a view holds, page after page. */
export async function readAllAssets(
  { domainId, view, signal }: { domainId: string; view: AssetsView; signal: AbortSignal },
  onPage: (assets: Asset[]) => void,
): Promise<void> {
  const wanted = { domainId, limit: ALL_PAGE_SIZE, ...filterOf(view) };
  let cursor: string | null = null;
  do {
    const page: AssetsPage = await api.assets.list(cursor === null ? wanted : { ...wanted, cursor }, {
      signal,
    });
    onPage(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && !signal.aborted);
}

/** One asset by itself, for when no list holds it. */
export function useAsset(assetId: string, { isWanted }: { isWanted: boolean }) {
  return useQuery({
    queryKey: ['asset', assetId],
    queryFn: () => api.assets.get({ id: assetId }),
    enabled: isWanted,
    retry: false,
  });
}

function hasProcessing(pages: readonly AssetsPage[] = []): boolean {
  return pages.some(({ items }) => items.some(({ availability }) => availability === 'processing'));
}
