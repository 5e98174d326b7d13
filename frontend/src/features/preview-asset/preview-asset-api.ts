import { useQuery } from '@tanstack/react-query';
import { api, guestApiOf } from '../../shared/api/client.ts';
import type { Asset } from '../../shared/assets/asset.ts';

/** Through what an asset is had: one's domain, or a share, there perhaps as its guest, whose downloads may be counted. */
export type Through = { shareId?: string; isGuest?: boolean; isCounted?: boolean };

/** How many pages a document has, and how many of them are shown. */
export function usePages({ id }: Asset, { shareId, isGuest = false }: Through) {
  const { assets } = isGuest ? guestApiOf(shareId) : api;
  return useQuery({
    queryKey: ['pages', isGuest, shareId ?? null, id],
    queryFn: ({ signal }) => assets.pages({ id, ...(shareId === undefined ? {} : { shareId }) }, { signal }),
    // The bytes of an asset never change.
    staleTime: Infinity,
  });
}

/** An address that an asset is played from. It ends some time, and is asked for again then. */
export function usePlayAddress(asset: Asset, through: Through) {
  return useQuery({
    queryKey: ['play', through.isGuest ?? false, through.shareId ?? null, asset.id],
    queryFn: () => playAddress(asset, through),
    // Only when it is called for: another address in between would stop what is playing.
    enabled: ({ state }) => state.status === 'pending',
    gcTime: 0,
    staleTime: Infinity,
  });
}

async function playAddress({ id }: Asset, { shareId, isGuest = false }: Through): Promise<string> {
  const { downloads } = isGuest ? guestApiOf(shareId) : api;
  const plan = await downloads.prepare({
    assetIds: [id],
    purpose: 'play',
    ...(shareId === undefined ? {} : { shareId }),
  });
  return plan.url;
}

/** The file itself, as it was brought. */
export async function readFile(asset: Asset, through: Through, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(await playAddress(asset, through), { signal });
  if (!answer.ok) throw new Error(`The file was answered with ${answer.status}.`);
  return answer.blob();
}
