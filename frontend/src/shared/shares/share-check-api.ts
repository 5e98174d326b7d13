import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client.ts';

type Options = {
  /** Null for a share that is not chosen yet. */
  shareId?: string | null;
  onRefused: (error: unknown) => unknown;
};

/** What of a selection can be shared, or added to a share, now. */
export function useShareCheck(assetIds: string[], { shareId, onRefused }: Options) {
  const check = useQuery({
    queryKey: ['share-check', shareId, assetIds],
    queryFn: ({ signal }) =>
      api.shares.check({ assetIds, ...(typeof shareId === 'string' ? { shareId } : {}) }, { signal }),
    enabled: shareId !== null,
    // Rights and dates change meanwhile: an answer of the last time this was open does not count.
    staleTime: 0,
    gcTime: 0,
  });
  const { error } = check;
  useEffect(() => {
    if (error !== null) onRefused(error);
  }, [error, onRefused]);
  return check;
}
