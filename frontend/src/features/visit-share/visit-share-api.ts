import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { guestApi, guestApiOf } from '../../shared/api/client.ts';
import { askAgainAfterMs } from './ask-again.ts';
import { GUEST_PAGE_SIZE } from './guest-page-size.ts';
import { language, speak } from '../../shared/words/language.ts';
import type { Language } from '../../shared/words/language.ts';
import { forgetAllDownloads } from '../../shared/downloads/tracked-downloads.ts';

type Outputs = InferContractRouterOutputs<typeof publicContract>;
export type GuestShare = Outputs['guest']['share'];
/** What is done when an invitation was opened. */
export type Opened = (opened: Outputs['guestSession']['open']) => void;
type AssetsPage = Outputs['guest']['assets'];
export type GuestAsset = AssetsPage['items'][number];

const GUEST_KEY = ['guest'] as const;
/** The shares that guests of this page look at, whichever. */
export const GUEST_SHARE_KEY = [...GUEST_KEY, 'share'] as const;
const ALL_PAGE_SIZE = 200;

/** Opens the invitation: the one act of the page that the link leads to, done by a person and by nothing else. */
export function useOpenInvitation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { token: string; newCode?: boolean }) =>
      guestApi.guestSession.open({ ...wanted, language }),
    // What the invitation before showed is not of this one.
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
export async function readIn(shareId: string | undefined, chosen: Language): Promise<void> {
  // The page speaks it in any case.
  await guestApiOf(shareId)
    .guestSession.setLanguage({ language: chosen })
    .catch(() => undefined);
  speak(chosen);
}

/** Asks whoever shared it for a new link. The answer is the same whatever the link is. */
export function useRequestLink() {
  return useMutation({ mutationFn: (token: string) => guestApi.guestSession.requestLink({ token }) });
}

export function useLeaveShare(shareId: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => guestApiOf(shareId).guestSession.leave(),
    // Before: what is asked of a download while the session ends would be refused.
    onMutate: forgetAllDownloads,
    onSuccess: () => {
      queries.removeQueries({ queryKey: GUEST_KEY });
    },
  });
}

export const guestShareQuery = (shareId: string | undefined) =>
  queryOptions({
    queryKey: [...GUEST_SHARE_KEY, shareId ?? null],
    queryFn: ({ signal }) => guestApiOf(shareId).guest.share(undefined, { signal }),
    refetchInterval: ({ state }) => askAgainAfterMs(state),
  });

export const guestAssetsQuery = (shareId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...GUEST_KEY, 'assets', shareId ?? null],
    queryFn: ({ pageParam, signal }) =>
      readPage(shareId, { cursor: pageParam, limit: GUEST_PAGE_SIZE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: AssetsPage) => page.nextCursor,
  });

/** The ids of everything in the share, also of what was not scrolled to. */
export async function readAllAssetIds(shareId: string | undefined): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: AssetsPage = await readPage(shareId, { cursor, limit: ALL_PAGE_SIZE });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

function readPage(
  shareId: string | undefined,
  { cursor, limit }: { cursor: string | null; limit: number },
  signal?: AbortSignal,
): Promise<AssetsPage> {
  return guestApiOf(shareId).guest.assets(
    { limit, ...(cursor === null ? {} : { cursor }) },
    signal === undefined ? {} : { signal },
  );
}
