import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

const SUGGESTIONS_MAX = 6;

/** People of the account by name or address. */
export function useFoundUsers(q: string) {
  return useQuery({
    queryKey: ['users', q],
    queryFn: ({ signal }) => api.users.search({ q, limit: SUGGESTIONS_MAX }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
