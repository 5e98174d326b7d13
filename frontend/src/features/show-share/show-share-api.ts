import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { SHARES_KEY } from '../../shared/shares/shares-key.ts';

export function useShare(shareId: string) {
  return useQuery({
    queryKey: shareKey(shareId),
    queryFn: ({ signal }) => api.shares.get({ id: shareId }, { signal }),
  });
}

/** Enables or disables a share: the switch is the last one's to touch it. */
export function useSwitchShare(shareId: string) {
  const queries = useQueryClient();
  return useMutation({
    // One after the other, so that the last one counts also where two are on their way.
    scope: { id: `share-switch-${shareId}` },
    mutationFn: (enabled: boolean) => api.shares.change({ id: shareId, enabled }),
    onSuccess: (share) => keepShare(queries, share),
  });
}

/** What a share is since a change of one's own. */
export async function keepShare(queries: QueryClient, share: Share): Promise<void> {
  // A share that was asked for before would bring back what was changed.
  await queries.cancelQueries({ queryKey: shareKey(share.id) });
  queries.setQueryData(shareKey(share.id), share);
  void queries.invalidateQueries({ queryKey: [...SHARES_KEY, 'list'] });
}

export function shareKey(shareId: string) {
  return [...SHARES_KEY, 'one', shareId] as const;
}
