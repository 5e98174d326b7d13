import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';
import { words } from './words.ts';
import { SHARES_KEY } from '../../shared/shares/shares-key.ts';

type SharedAssetsPage = InferContractRouterOutputs<typeof publicContract>['shares']['assets'];

const PAGE_SIZE = 100;
const ALL_PAGE_SIZE = 200;
const POLL_WHILE_PROCESSING_MS = 1_500;

/** The assets of a share in its order, page after page; read again while something is still being processed. */
export function useSharedAssets(shareId: string) {
  return useInfiniteQuery({
    queryKey: [...SHARES_KEY, 'assets', shareId],
    queryFn: ({ pageParam, signal }) => readPage(shareId, { cursor: pageParam, limit: PAGE_SIZE, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: SharedAssetsPage) => page.nextCursor,
    refetchInterval: ({ state }) => (hasProcessing(state.data?.pages) ? POLL_WHILE_PROCESSING_MS : false),
  });
}

/** The ids of everything in the share, also of what was not scrolled to. */
export async function readAllAssetIds(shareId: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: SharedAssetsPage = await readPage(shareId, { cursor, limit: ALL_PAGE_SIZE });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

/**
 * How often each asset of a share was downloaded whole, in words; nothing of those that nobody took. The page does
 * without where it cannot be read.
 */
export function useDownloadNotes(shareId: string): ReadonlyMap<string, string> | undefined {
  const { data } = useQuery({
    // Below the key of its activity: what brings the one up to date brings the other.
    queryKey: ['activity', shareId, 'downloads'],
    queryFn: async ({ signal }) => (await api.activity.downloads({ id: shareId }, { signal })).assets,
  });
  return useMemo(
    () => data && new Map(data.map(({ assetId, downloads }) => [assetId, words.downloads(downloads)])),
    [data],
  );
}

type PageWanted = { cursor: string | null; limit: number; signal?: AbortSignal };

function readPage(shareId: string, { cursor, limit, signal }: PageWanted): Promise<SharedAssetsPage> {
  const wanted = { id: shareId, limit, ...(cursor === null ? {} : { cursor }) };
  return api.shares.assets(wanted, signal === undefined ? {} : { signal });
}

function hasProcessing(pages: readonly SharedAssetsPage[] = []): boolean {
  return pages.some(({ items }) => items.some(({ availability }) => availability === 'processing'));
}
