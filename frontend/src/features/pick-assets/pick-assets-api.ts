import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExclusionReason } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';

/** An asset that could be added to the share, or why not. */
export type Candidate = { asset: Asset; obstacle: ExclusionReason | null };
type CandidatesPage = { items: Candidate[]; nextCursor: string | null };
type Wanted = { domainId: string; shareId: string; q: string };

const PAGE_SIZE = 60;

/** The assets of a domain, each with whether it can be added to the share. */
export function useCandidates({ domainId, shareId, q }: Wanted) {
  return useInfiniteQuery({
    queryKey: ['candidates', shareId, domainId, q],
    queryFn: ({ pageParam, signal }) => readCandidates({ domainId, shareId, q }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: CandidatesPage) => page.nextCursor,
    placeholderData: keepPreviousData,
    // What can be added changes with the share: an answer of the last time this was open does not count.
    staleTime: 0,
    gcTime: 0,
  });
}

export function useAddAssets(shareId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (assetIds: string[]) => api.shares.addAssets({ id: shareId, assetIds }),
    onSuccess: () => void refreshShares(queries),
  });
}

async function readCandidates(
  { domainId, shareId, q }: Wanted,
  cursor: string | null,
  signal: AbortSignal,
): Promise<CandidatesPage> {
  const page = await api.assets.list(
    { domainId, limit: PAGE_SIZE, ...(q === '' ? {} : { q }), ...(cursor === null ? {} : { cursor }) },
    { signal },
  );
  if (page.items.length === 0) return { items: [], nextCursor: null };
  const assetIds = page.items.map(({ id }) => id);
  const { excluded } = await api.shares.check({ assetIds, shareId }, { signal });
  const obstacles = new Map(excluded.map(({ assetId, reason }) => [assetId, reason]));
  const items = page.items.map((asset) => ({ asset, obstacle: obstacles.get(asset.id) ?? null }));
  return { items, nextCursor: page.nextCursor };
}
