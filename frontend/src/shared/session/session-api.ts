import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { QueryClient, QueryFunctionContext } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../api/client.ts';
import { use } from 'react';
import { codeOf } from '../api/api-error.ts';
import { SESSION_KEY, SIGN_OUT_KEY, endSessionHere, leaveForSignIn } from '../api/query-client.ts';
import { goOnWithSession, leaveSession, untilSignedIn } from './ended-session.ts';
import { leavePage, leavePageUnasked } from './leave-page.ts';
import { nextOf } from './next-session.ts';
import { forgetAllDownloads } from '../downloads/tracked-downloads.ts';
import { forgetTab } from '../state/kept-in-tab.ts';

export type Session = InferContractRouterOutputs<typeof publicContract>['session']['get'];

const forGood = new Promise<never>(() => undefined);

/** Who is signed in; null for nobody, which is an answer and not a failure. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: readSession,
  staleTime: 60_000,
});

/**
 * The session on a page that only who is signed in gets to. Where nobody is, the page is left, and nothing more of it is
 * drawn.
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
  forgetPerson(queries);
}

/** Somebody signed in at the sign-in: perhaps another person than the one whose session ended in this tab. */
export function enter(queries: QueryClient, session: Session): void {
  forgetAllDownloads();
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** Somebody signed in over a page that stayed: it goes on as it is for the same person, and for nobody else. */
export async function enterAgain(queries: QueryClient, session: Session): Promise<void> {
  const before = queries.getQueryData(sessionQuery.queryKey);
  const next = nextOf(before ?? session, session);
  if (!next.goesOn) {
    beginAnew(queries);
    return;
  }
  const { domainId } = next;
  // Where it cannot be chosen the page goes on in the other one.
  const chosen =
    domainId === null ? session : await api.session.chooseDomain({ domainId }).catch(() => session);
  queries.setQueryData(sessionQuery.queryKey, chosen);
  goOnWithSession();
}

/** Another person is signed in: the page begins anew, at its beginning. Nothing of the first one is asked or kept. */
function beginAnew(queries: QueryClient): void {
  leaveSession();
  leavePageUnasked('/');
  forgetPerson(queries);
}

function forgetPerson(queries: QueryClient): void {
  queries.clear();
  forgetAllDownloads();
  forgetTab();
}

async function readSession({ client }: QueryFunctionContext): Promise<Session | null> {
  const before = client.getQueryData<Session | null>(SESSION_KEY) ?? null;
  // What is known stays until it is seen who goes on.
  await untilSignedIn();
  try {
    const now = await api.session.get();
    if (before === null || nextOf(before, now).goesOn) return now;
    beginAnew(client);
    return await forGood;
  } catch (error) {
    if (codeOf(error) !== 'not-signed-in') throw error;
    if (before === null || !endSessionHere()) return null;
    await untilSignedIn();
    return client.getQueryData<Session | null>(SESSION_KEY) ?? null;
  }
}
