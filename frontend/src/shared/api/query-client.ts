import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { endSession } from '../session/ended-session.ts';
import { leavePage } from '../session/leave-page.ts';
import { codeOf } from './api-error.ts';
import type { ApiErrorCode } from './api-error.ts';

const WORTH_RETRYING: ReadonlySet<ApiErrorCode> = new Set(['offline', 'temporarily-unavailable']);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: endWhenSignedOut }),
  mutationCache: new MutationCache({ onError: endWhenSignedOut }),
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

function endWhenSignedOut(error: unknown): void {
  if (codeOf(error) === 'not-signed-in') endSessionHere();
}

/** The mutation that ends the session: whoever signs out is not told that it ended. */
export const SIGN_OUT_KEY = ['sign-out'] as const;

/** Under what the page keeps who is signed in. */
export const SESSION_KEY = ['session'] as const;

/**
 * The session ended while the page was open: the page stays, and asks for the same person. Where it does not know whose
 * it was it leads to the sign-in. @returns whether it stays
 */
export function endSessionHere(): boolean {
  if (!isOfPerson()) return false;
  if (!queryClient.getQueryData(SESSION_KEY)) {
    leaveForSignIn();
    return false;
  }
  endSession();
  return true;
}

/** Leads to the sign-in and back to where one was, as the page itself cannot stay. */
export function leaveForSignIn(): void {
  if (!isOfPerson()) return;
  const { pathname, search } = window.location;
  leavePage(`/sign-in?${new URLSearchParams({ next: pathname + search, ended: 'yes' }).toString()}`);
}

/** Guests have no sign-in. And other answers than its own may tell of the end of who signs out: it leads away by itself. */
function isOfPerson(): boolean {
  const isSigningOut = queryClient.isMutating({ mutationKey: SIGN_OUT_KEY }) > 0;
  return !isSigningOut && !/^\/(sign-in|guest)/.test(window.location.pathname);
}
