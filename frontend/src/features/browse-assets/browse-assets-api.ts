import { queryOptions, useQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { pictureUrl } from '@vitrine/contracts';
import type { publicContract } from '@vitrine/contracts';
import { api } from '../../shared/api/client.ts';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { ASSETS_KEY } from '../../shared/assets/assets-key.ts';
import { filterOf, pageOf } from './assets-view.ts';
import type { AssetsView } from './assets-view.ts';

type Outputs = InferContractRouterOutputs<typeof publicContract>['assets'];
export type AssetsPage = Outputs['list'];
type Place = { domainId: string; view: AssetsView };

const OUTLINED_AT_ONCE = 100_000;
const POLL_WHILE_PROCESSING_MS = 1_500;

/** One page of a domain's assets under a view, by its number; read again while something is still being processed. */
export function assetsPageQuery({ domainId, view }: Place, page: number) {
  return queryOptions({
    queryKey: [...ASSETS_KEY, domainId, filterOf(view), page],
    queryFn: ({ signal }) => api.assets.list(pageOf(domainId, view, page), { signal }),
    refetchInterval: ({ state }) => (hasProcessing(state.data) ? POLL_WHILE_PROCESSING_MS : false),
  });
}

/** What a selection needs of a view, of all of it or of so many from a place on. */
export async function outlineAssets(
  { domainId, view, signal }: Place & { signal: AbortSignal },
  { offset, limit }: { offset: number; limit: number },
  onPart: (assets: SelectedAsset[]) => void,
): Promise<void> {
  const part = { offset, limit: Math.min(limit, OUTLINED_AT_ONCE) };
  const outline = await api.assets.outline({ domainId, ...part, ...filterOf(view) }, { signal });
  onPart(assetsOf(outline));
  const left = { offset: offset + part.limit, limit: limit - part.limit };
  const isEnd = outline.id.length < part.limit || left.limit <= 0;
  if (!isEnd && !signal.aborted) await outlineAssets({ domainId, view, signal }, left, onPart);
}

function assetsOf({ id, byteSize, kind, hasThumbnail }: Outputs['outline']): SelectedAsset[] {
  return id.map((assetId, place) => ({
    id: assetId,
    byteSize: byteSize[place] ?? 0,
    kind: kind[place] ?? 'other',
    thumbnailUrl: pictureUrl(
      'thumbnail',
      { assetId, exists: hasThumbnail[place] === true },
      { kind: 'domain' },
    ),
  }));
}

/** One asset by itself, for when no list holds it. */
export function useAsset(assetId: string, { isWanted }: { isWanted: boolean }) {
  return useQuery({
    queryKey: ['asset', assetId],
    queryFn: () => api.assets.get({ id: assetId }),
    enabled: isWanted,
    retry: false,
  });
}

function hasProcessing(page: AssetsPage | undefined): boolean {
  return page?.items.some(({ availability }) => availability === 'processing') ?? false;
}
