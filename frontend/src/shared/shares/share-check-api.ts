import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** What of a selection can be shared, or added to a share, now. Null for a share that is not chosen yet. */
export function useShareCheck(assetIds: string[], { shareId }: { shareId?: string | null }) {
  return useQuery({
    queryKey: ['share-check', shareId, assetIds],
    queryFn: ({ signal }) =>
      api.shares.check({ assetIds, ...(typeof shareId === 'string' ? { shareId } : {}) }, { signal }),
    enabled: shareId !== null,
    // Rights and dates change meanwhile: an answer of the last time this was open does not count.
    staleTime: 0,
    gcTime: 0,
  });
}
