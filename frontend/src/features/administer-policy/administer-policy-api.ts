import { useMutation } from '@tanstack/react-query';
import { useRefresh } from '../../shared/administration/administration-api.ts';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { api } from '../../shared/api/client.ts';

/** Changes a part of the policy; the rest stays as it is. */
export function useChangePolicy() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (changes: Partial<Policy>) => api.administration.changePolicy(changes),
    onSuccess: refresh,
  });
}
