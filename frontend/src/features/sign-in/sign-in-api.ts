import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from '../../shared/api/client.ts';
import { forgetAllDownloads } from '../../shared/downloads/tracked-downloads.ts';
import { sessionQuery } from '../../shared/session/session-api.ts';

export function useSignIn(onSignedIn: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => api.session.signIn(credentials),
    onSuccess: (session) => {
      // This may be another person than the one whose session ended in this tab.
      forgetAllDownloads();
      queries.setQueryData(sessionQuery.queryKey, session);
      onSignedIn();
    },
  });
}

/** Whoever signed in in another tab goes on in this one too, as soon as they look at it. */
export function useSignInElsewhere(onSignedIn: () => void): void {
  const queries = useQueryClient();
  const look = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden') return;
    // Where that cannot be told, one signs in here.
    const session = await queries.query({ ...sessionQuery, staleTime: 0 }).catch(() => null);
    if (session === null) return;
    forgetAllDownloads();
    onSignedIn();
  });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener('visibilitychange', () => void look(), { signal });
    return () => leaving.abort();
  }, []);
}

/** With whom one can sign in beside a password; null or undefined for nobody, or as long as that is not known. */
export function useProvider() {
  const { data } = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => api.session.options({}, { signal }),
    staleTime: Infinity,
  });
  return data?.provider;
}
