import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf } from './api-error.ts';
import type { ApiErrorCode } from './api-error.ts';

const WORTH_RETRYING: ReadonlySet<ApiErrorCode> = new Set(['offline', 'temporarily-unavailable']);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      // Without a connection a page says so, where it would wait in silence; and it reads again with the connection.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (failureCount, error) => failureCount < 2 && WORTH_RETRYING.has(codeOf(error)),
    },
    mutations: { networkMode: 'always' },
  },
});

/** The session ended while the page was open: sign in again and come back to where one was. Guests have no sign-in. */
function leaveWhenSignedOut(error: unknown): void {
  const { pathname, search } = window.location;
  if (codeOf(error) !== 'not-signed-in' || /^\/(sign-in|guest)/.test(pathname)) return;
  window.location.assign(
    `/sign-in?${new URLSearchParams({ next: pathname + search, ended: 'yes' }).toString()}`,
  );
}
