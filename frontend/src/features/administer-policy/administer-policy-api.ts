import { useMutation } from '@tanstack/react-query';
import { useRefresh } from '../../shared/administration/administration-api.ts';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { api } from '../../shared/api/client.ts';

/** Changes a part of the policy; the rest stays as it is. */
export function useChangePolicy() {
  const refresh = useRefresh();
  return useMutation({
    // One after the other, so that the last one counts also where two are on their way.
    scope: { id: 'policy' },
    mutationFn: (changes: Partial<Policy>) => api.administration.changePolicy(changes),
    onSuccess: refresh,
  });
}
