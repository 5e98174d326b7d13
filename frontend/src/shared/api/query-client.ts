import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { leavePage } from '../session/leave-page.ts';
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

function leaveWhenSignedOut(error: unknown): void {
  if (codeOf(error) === 'not-signed-in') leaveForSignIn();
}

/** The mutation that ends the session: whoever signs out is not told that it ended. */
export const SIGN_OUT_KEY = ['sign-out'] as const;

/** The session ended while the page was open: sign in again and come back to where one was. Guests have no sign-in. */
export function leaveForSignIn(): void {
  const { pathname, search } = window.location;
  // Other answers than its own may tell of the end first: it leads to the sign-in by itself.
  const isSigningOut = queryClient.isMutating({ mutationKey: SIGN_OUT_KEY }) > 0;
  if (isSigningOut || /^\/(sign-in|guest)/.test(pathname)) return;
  leavePage(`/sign-in?${new URLSearchParams({ next: pathname + search, ended: 'yes' }).toString()}`);
}
