import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { type Through, readFile } from './preview-asset-api.ts';
import { isForPrint, isWorthReadingWhole } from './whole-picture.ts';

/** More than colour profiles take before the frame of a JPEG. */
const HEAD_BYTES = 4_000_000;

/**
 * The picture with all its pixels, for who looks closer than its preview goes; null while there is none. Where it cannot
 * be had, the preview stays.
 */
export function useWholePicture(asset: Asset, through: Through | undefined, isWanted: boolean) {
  const isWorth = through !== undefined && isWorthReadingWhole(asset, through);
  const { data: url = null, isFetching } = useQuery({
    queryKey: ['whole', through?.isGuest ?? false, through?.shareId ?? null, asset.id],
    queryFn: ({ signal }) => readPicture(asset, through ?? {}, signal),
    enabled: isWanted && isWorth,
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return { url, isReading: isFetching };
}

/** Decoded, so that it takes the place of the preview at once. Null where the preview is truer. */
async function readPicture(asset: Asset, through: Through, signal: AbortSignal): Promise<string | null> {
  const file = await readFile(asset, through, signal);
  if (isForPrint(new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer()))) return null;
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    signal.throwIfAborted();
    return url;
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
}
