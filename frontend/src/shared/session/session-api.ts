import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../api/client.ts';
import { use } from 'react';
import { codeOf } from '../api/api-error.ts';
import { SIGN_OUT_KEY, leaveForSignIn } from '../api/query-client.ts';
import { leavePage } from './leave-page.ts';
import { forgetAllDownloads } from '../downloads/tracked-downloads.ts';
import { forgetTab } from '../state/kept-in-tab.ts';

export type Session = InferContractRouterOutputs<typeof publicContract>['session']['get'];

const forGood = new Promise<never>(() => undefined);

/** Who is signed in; null for nobody, which is an answer and not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
});

/**
 * The session on a page that only who is signed in gets to. It may end while the page is open, and be read anew before
 * anything else is refused: then the page is left, and nothing more of it is drawn.
 */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data !== null) return data;
  leaveForSignIn();
  return use(forGood);
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: SIGN_OUT_KEY,
    mutationFn: () => api.session.signOut(),
    // Before: what is asked of a download while the session ends would be refused.
    onMutate: forgetAllDownloads,
    onSuccess: () => leaveSignedOut(queries),
    // Its answer may be lost, and the session over all the same.
    onError: () =>
      queries.getQueryData(sessionQuery.queryKey) === null ? leaveSignedOut(queries) : undefined,
  });
}

/** Leaves for the sign-in. Nothing of this person may be left for the next one at the same machine. */
export function leaveSignedOut(queries: QueryClient): void {
  leavePage('/sign-in');
  queries.clear();
  forgetAllDownloads();
  forgetTab();
}

async function readSession(): Promise<Session | null> {
  try {
    return await api.session.get();
  } catch (error) {
    if (codeOf(error) === 'not-signed-in') return null;
    throw error;
  }
}
