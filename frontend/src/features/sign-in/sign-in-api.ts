import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** With whom one can sign in beside a password; null or undefined for nobody, or as long as that is not known. */
export function useProvider() {
  const { data } = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => api.session.options({}, { signal }),
    staleTime: Infinity,
  });
  return data?.provider;
}
