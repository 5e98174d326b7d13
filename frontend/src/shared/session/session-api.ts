import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../api/client.ts';
import { codeOf } from '../api/api-error.ts';
import { forgetAllDownloads } from '../downloads/tracked-downloads.ts';

export type Session = InferContractRouterOutputs<typeof publicContract>['session']['get'];

/** Who is signed in; null for nobody, which is an answer and not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
});

/** The session on a page that only who is signed in gets to. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('A page of the portal was drawn without a session.');
  return data;
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.session.signOut(),
    // Nothing of this person may be left for the next one at the same machine.
    onSuccess: () => {
      queries.clear();
      forgetAllDownloads();
      window.location.assign('/sign-in');
    },
  });
}

async function readSession(): Promise<Session | null> {
  try {
    return await api.session.get();
  } catch (error) {
    if (codeOf(error) === 'not-signed-in') return null;
    throw error;
  }
}
