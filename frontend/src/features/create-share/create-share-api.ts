import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { useAttempt } from '../../shared/api/attempt.ts';
import { api } from '../../shared/api/client.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';

export type CreatedShare = InferContractRouterOutputs<typeof publicContract>['shares']['create'];
type NewShare = InferContractRouterInputs<typeof publicContract>['shares']['create'];

/** Makes a share and invites its guests, in one act. */
export function useCreateShare() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (share: NewShare) => attempt((options) => api.shares.create(share, options)),
    onSuccess: () => void refreshShares(queries),
  });
}
