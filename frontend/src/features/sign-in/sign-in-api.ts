import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from '../../shared/api/client.ts';
import type { Session } from '../../shared/session/session-api.ts';

/** Is told who it is, and may take its time to let them in. */
export type OnSignedIn = (session: Session) => void | Promise<void>;

export function useSignIn(onSignedIn: OnSignedIn) {
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => api.session.signIn(credentials),
    onSuccess: (session) => onSignedIn(session),
  });
}

/** Whoever signed in in another tab goes on in this one too, as soon as they look at it. */
export function useSignInElsewhere(onSignedIn: OnSignedIn): void {
  const look = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden') return;
    // Where that cannot be told, one signs in here.
    const session = await api.session.get().catch(() => null);
    if (session !== null) await onSignedIn(session);
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
