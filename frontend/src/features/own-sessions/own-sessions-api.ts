import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { words } from './words.ts';

const KEY = ['own-sessions'];

/** Other browsers begin and end sessions, so it is read whenever it is looked at. */
export function useOwnSessions() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await api.session.listSessions(undefined, { signal })).items,
    staleTime: 0,
  });
}

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.session.endSession({ id }),
    onSuccess: () => tell(words.ended),
    onError: tellError,
    // One that is gone already is gone from the list, too.
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useEndOthers() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.session.endOtherSessions(),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
