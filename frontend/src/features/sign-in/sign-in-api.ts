import { useMutation, useQueryClient } from '@tanstack/react-query';
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
