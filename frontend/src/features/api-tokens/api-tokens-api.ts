import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { words } from './words.ts';

type Outputs = InferContractRouterOutputs<typeof publicContract>['tokens'];
export type ApiToken = Outputs['list']['items'][number];
export type NewToken = InferContractRouterInputs<typeof publicContract>['tokens']['create'];

const KEY = ['api-tokens'];

export function useTokens() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.tokens.list(undefined, { signal })).items,
    staleTime: 0,
  });
}

export function useCreateToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewToken) => api.tokens.create(wanted),
    // The secret is in the answer: it is not kept longer than it is shown.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.tokens.revoke({ id }),
    onSuccess: () => tell(words.revoked),
    onError: tellError,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
