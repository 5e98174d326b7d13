import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { sessionQuery } from '../../shared/session/session-api.ts';
import { tellError } from '../../shared/notices/notice.ts';

export function useSwitchDomain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (domainId: string) => api.session.chooseDomain({ domainId }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
    },
    onError: tellError,
  });
}
