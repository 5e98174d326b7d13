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
    mutationFn: (features: { shares: boolean }) => api.administration.setFeatures(features),
    onSuccess: refresh,
  });
}
