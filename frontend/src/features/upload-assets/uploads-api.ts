import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { TUS, publicContract } from '@vitrine/contracts';
import { ApiError, codeOf, errorFromAnswer } from '../../shared/api/api-error.ts';
import type { ApiErrorCode } from '../../shared/api/api-error.ts';
import { api } from '../../shared/api/client.ts';
import { API_PATH } from '../../shared/api/request-of.ts';
import { doesPass } from './uploads.ts';
import { tellError } from '../../shared/notices/notice.ts';

export type Unfinished = InferContractRouterOutputs<
  typeof publicContract
>['uploads']['list']['items'][number];

const ASK_AGAIN_MS = 1_000;
/** One that is shown may be going on in another tab, and become an asset there. */
const LOOK_AGAIN_MS = 5_000;
const TUS_VERSION: (typeof TUS)['version'] = '1.0.0';

/** My uploads that stopped and can be gone on with. */
export const unfinishedQuery = queryOptions({
  queryKey: ['uploads'],
  staleTime: 0,
  queryFn: async ({ signal }) => (await api.uploads.list(undefined, { signal })).items,
  refetchInterval: ({ state: { data = [] } }) => (data.length > 0 ? LOOK_AGAIN_MS : false),
});

/** Gives up an upload that was not finished. */
export function useDiscardUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: discard,
    // Not told to the call itself: the row, and the panel around it, may be gone by then.
    onError: tellError,
    onSettled: () => queries.invalidateQueries({ queryKey: unfinishedQuery.queryKey }),
  });
}

/**
 * A large file becomes an asset some time after its last byte was sent. Resolves to its id; rejects where it does not.
 * While the portal does not answer it is asked again: sending all of it once more would make a second asset.
 */
export async function waitForAsset(id: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const upload = await api.uploads.get({ id }, { signal }).catch(unlessItPasses);
    if (upload?.state === 'done' && upload.assetId !== null) return upload.assetId;
    if (upload?.state === 'failed') throw new ApiError((upload.failure ?? 'internal-error') as ApiErrorCode);
    await new Promise((resolve) => {
      setTimeout(resolve, ASK_AGAIN_MS);
    });
  }
}

function unlessItPasses(error: unknown): null {
  if (!doesPass(codeOf(error))) throw error;
  return null;
}

async function discard(id: string): Promise<void> {
  const headers = { 'tus-resumable': TUS_VERSION };
  const response = await fetch(`${API_PATH}/uploads/${id}`, { method: 'DELETE', headers });
  if (!response.ok && response.status !== 404) throw errorFromAnswer(response.status, await response.text());
}
