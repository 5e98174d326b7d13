import { useMutation, useQuery } from '@tanstack/react-query';
import { featuresKey, useRefresh } from '../../shared/administration/administration-api.ts';
import { api } from '../../shared/api/client.ts';

export function useFeatures() {
  return useQuery({
    queryKey: featuresKey(),
    queryFn: ({ signal }) => api.administration.getFeatures(undefined, { signal }),
  });
}

export function useSetFeatures() {
  const refresh = useRefresh();
  return useMutation({
    // One after the other, so that the last one counts also where two are on their way.
    scope: { id: 'features' },
    mutationFn: (features: { shares: boolean }) => api.administration.setFeatures(features),
    onSuccess: refresh,
  });
}
