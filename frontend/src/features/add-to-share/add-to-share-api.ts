import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';

export function useAddToShare() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ shareId, assetIds }: { shareId: string; assetIds: string[] }) =>
      api.shares.addAssets({ id: shareId, assetIds }),
    onSuccess: () => void refreshShares(queries),
  });
}
