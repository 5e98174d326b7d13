import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { GuestOptions } from '../../shared/guests/guest-options.ts';
import { SHARES_KEY } from '../../shared/shares/shares-key.ts';

type Changes = { title?: string; description?: string; enabled?: boolean } & Partial<GuestOptions>;

export function useShare(shareId: string) {
  return useQuery({
    queryKey: keyOf(shareId),
    queryFn: ({ signal }) => api.shares.get({ id: shareId }, { signal }),
  });
}

/** Renames, describes, enables or disables a share. */
export function useChangeShare(shareId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (changes: Changes) => api.shares.change({ id: shareId, ...changes }),
    onSuccess: (share) => {
      queries.setQueryData(keyOf(shareId), share);
      void queries.invalidateQueries({ queryKey: [...SHARES_KEY, 'list'] });
    },
  });
}

function keyOf(shareId: string) {
  return [...SHARES_KEY, 'one', shareId] as const;
}
