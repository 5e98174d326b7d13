import { useMutation, useQuery } from '@tanstack/react-query';
import type { AccountPolicy } from '@vitrine/contracts';
import { policyKey, useRefresh } from '../../shared/administration/administration-api.ts';
import { api } from '../../shared/api/client.ts';

export type Policy = AccountPolicy;

export function usePolicy() {
  return useQuery({
    queryKey: policyKey(),
    queryFn: ({ signal }) => api.administration.getPolicy(undefined, { signal }),
  });
}

/** Changes a part of the policy; the rest stays as it is. */
export function useChangePolicy() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (changes: Partial<Policy>) => api.administration.changePolicy(changes),
    onSuccess: refresh,
  });
}
