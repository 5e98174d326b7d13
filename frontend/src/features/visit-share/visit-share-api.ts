import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { guestApi } from '../../shared/api/client.ts';
import { askAgainAfterMs } from './ask-again.ts';
import { GUEST_PAGE_SIZE } from './guest-page-size.ts';
import { language, speak } from '../../shared/words/language.ts';
import type { Language } from '../../shared/words/language.ts';
import { forgetAllDownloads } from '../../shared/downloads/tracked-downloads.ts';

type Outputs = InferContractRouterOutputs<typeof publicContract>;
export type GuestShare = Outputs['guest']['share'];
type AssetsPage = Outputs['guest']['assets'];
export type GuestAsset = AssetsPage['items'][number];

const GUEST_KEY = ['guest'] as const;
const ALL_PAGE_SIZE = 200;

/** Opens the invitation: the one act of the page that the link leads to, done by a person and by nothing else. */
export function useOpenInvitation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { token: string; newCode?: boolean }) =>
      guestApi.guestSession.open({ ...wanted, language }),
    // What another invitation showed in this browser is not of this one.
    onSuccess: () => queries.removeQueries({ queryKey: GUEST_KEY }),
  });
}

/** Opens it by the code from the mail, where one was asked for. */
export function useEnterCode(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => guestApi.guestSession.enterCode({ token, code, language }),
    onSuccess: () => queries.removeQueries({ queryKey: GUEST_KEY }),
  });
}

/** Speaks another language, on the page and in mails to the guest from now on. */
export async function readIn(chosen: Language): Promise<void> {
  // The page speaks it in any case.
  await guestApi.guestSession.setLanguage({ language: chosen }).catch(() => undefined);
  speak(chosen);
}

/** Asks whoever shared it for a new link. The answer is the same whatever the link is. */
export function useRequestLink() {
  return useMutation({ mutationFn: (token: string) => guestApi.guestSession.requestLink({ token }) });
}

export function useLeaveShare() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => guestApi.guestSession.leave(),
    // Before: what is asked of a download while the session ends would be refused.
    onMutate: forgetAllDownloads,
    onSuccess: () => {
      queries.removeQueries({ queryKey: GUEST_KEY });
    },
  });
}

export const guestShareQuery = queryOptions({
  queryKey: [...GUEST_KEY, 'share'],
  queryFn: ({ signal }) => guestApi.guest.share(undefined, { signal }),
  refetchInterval: ({ state }) => askAgainAfterMs(state),
});

export const guestAssetsQuery = infiniteQueryOptions({
  queryKey: [...GUEST_KEY, 'assets'],
  queryFn: ({ pageParam, signal }) => readPage(pageParam, GUEST_PAGE_SIZE, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page: AssetsPage) => page.nextCursor,
});

/** The ids of everything in the share, also of what was not scrolled to. */
export async function readAllAssetIds(): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: AssetsPage = await readPage(cursor, ALL_PAGE_SIZE);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

function readPage(cursor: string | null, limit: number, signal?: AbortSignal): Promise<AssetsPage> {
  return guestApi.guest.assets(
    { limit, ...(cursor === null ? {} : { cursor }) },
    signal === undefined ? {} : { signal },
  );
}
