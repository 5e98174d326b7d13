import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AccountPolicy, ManagedDomain, ManagedUser } from '@vitrine/contracts';
import { api } from '../api/client.ts';
import { sessionQuery } from '../session/session-api.ts';

export type User = ManagedUser;
export type Domain = ManagedDomain;
export type Policy = AccountPolicy;
type Page<Item> = { items: Item[]; nextCursor: string | null };
type UsersQuery = { q: string; domainId?: string; isHeld?: boolean };

const PAGE_SIZE = 50;
/** Everything that administrators see is kept under it. */
const KEY = ['administration'] as const;

/** Users by name, page after page. What is held stays as it was read while it is looked at. */
export function useManagedUsers({ q, domainId, isHeld = false }: UsersQuery) {
  return useInfiniteQuery({
    queryKey: [...KEY, isHeld ? 'held-users' : 'users', domainId ?? null, q],
    queryFn: ({ pageParam, signal }) =>
      api.administration.listUsers(
        { ...pageOf(q, pageParam), ...(domainId === undefined ? {} : { domainId }) },
        { signal },
      ),
    ...paging<User>(isHeld),
  });
}

/** Domains by name, page after page. */
export function useManagedDomains({ q, isHeld = false }: Omit<UsersQuery, 'domainId'>) {
  return useInfiniteQuery({
    queryKey: [...KEY, isHeld ? 'held-domains' : 'domains', q],
    queryFn: ({ pageParam, signal }) => api.administration.listDomains(pageOf(q, pageParam), { signal }),
    ...paging<Domain>(isHeld),
  });
}

/** What the account wants of what its shares do. */
export function useAccountPolicy() {
  return useQuery({
    queryKey: [...KEY, 'policy'],
    queryFn: ({ signal }) => api.administration.getPolicy(undefined, { signal }),
  });
}

/** What a domain asks for beside it. It is read anew for each time that it is written. */
export function useDomainPolicy(id: string) {
  return useQuery({
    queryKey: [...KEY, 'domain-policy', id],
    queryFn: ({ signal }) => api.administration.getDomainPolicy({ id }, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** Lets a user into a domain or takes the user out. The lists are read anew by whoever shows them. */
export function useMembership() {
  return useMutation({
    // One after the other: a box may be ticked and unticked before the first answer.
    scope: { id: 'membership' },
    mutationFn: ({ domainId, userId, isMember }: { domainId: string; userId: string; isMember: boolean }) => {
      const membership = { id: domainId, userId };
      return isMember
        ? api.administration.addMember(membership)
        : api.administration.removeMember(membership);
    },
  });
}

/** Reads anew what administrators see, and what the page's frame shows of the account. */
export function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: KEY }),
      queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ]);
  };
}

export function itemsIn<Item>(pages: readonly Page<Item>[] = []): Item[] {
  return pages.flatMap(({ items }) => items);
}

export function featuresKey() {
  return [...KEY, 'features'] as const;
}

function pageOf(q: string, cursor: string | null) {
  return { limit: PAGE_SIZE, ...(q === '' ? {} : { q }), ...(cursor === null ? {} : { cursor }) };
}

function paging<Item>(isHeld: boolean) {
  return {
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Item>) => page.nextCursor,
    placeholderData: keepPreviousData,
    ...(isHeld ? { gcTime: 0, staleTime: Infinity } : {}),
  };
}
