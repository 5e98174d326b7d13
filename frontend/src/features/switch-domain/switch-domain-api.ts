import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { sessionQuery } from '../../shared/session/session-api.ts';
import { tellError } from '../../shared/notices/notice.ts';

export function useSwitchDomain() {
  const queries = useQueryClient();
  return useMutation({
    // One after the other, so that the one chosen last is the one that is shown.
    scope: { id: 'domain' },
    mutationFn: (domainId: string) => api.session.chooseDomain({ domainId }),
    // A session that was asked for before would bring back the domain that was left.
    onSuccess: async (session) => {
      await queries.cancelQueries({ queryKey: sessionQuery.queryKey });
      queries.setQueryData(sessionQuery.queryKey, session);
    },
    onError: tellError,
  });
}
