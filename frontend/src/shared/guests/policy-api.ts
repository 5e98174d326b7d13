import { useQuery } from '@tanstack/react-query';
import type { SharePolicy } from '@vitrine/contracts';
import { api } from '../api/client.ts';
import { SHARES_KEY } from '../shares/shares-key.ts';

export type Policy = SharePolicy;
type PolicyOfShare = Policy & { areAssetsYours: boolean };

/** Whom one may invite to a share and for how long; undefined until it is known, when the server alone decides. */
export function usePolicyOfShare(shareId: string): PolicyOfShare | undefined {
  const query = useQuery({
    // Among the shares: what is added to one or removed from it changes its policy.
    queryKey: [...SHARES_KEY, 'invitation-policy', shareId],
    queryFn: ({ signal }) => api.guests.policy({ id: shareId }, { signal }),
    staleTime: 0,
  });
  return query.data;
}
