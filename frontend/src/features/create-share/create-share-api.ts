import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';

export type CreatedShare = InferContractRouterOutputs<typeof publicContract>['shares']['create'];
type NewShare = InferContractRouterInputs<typeof publicContract>['shares']['create'];

/** Makes a share and invites its guests, in one act. */
export function useCreateShare() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (share: NewShare) => api.shares.create(share),
    onSuccess: () => void refreshShares(queries),
  });
}
