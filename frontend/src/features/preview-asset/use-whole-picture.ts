import type { Asset } from '../../shared/assets/asset.ts';
import { type Through, readFile } from './preview-asset-api.ts';
import { useDecodedPicture } from './use-decoded-picture.ts';
import { isForPrint, isWorthReadingWhole } from './whole-picture.ts';

/** More than colour profiles take before the frame of a JPEG. */
const HEAD_BYTES = 4_000_000;

/** The picture with all its pixels, for who looks closer than its preview goes. */
export function useWholePicture(asset: Asset, through: Through | undefined, isWanted: boolean) {
  const isWorth = through !== undefined && isWorthReadingWhole(asset, through);
  const whole = useDecodedPicture({
    key: ['whole', through?.isGuest ?? false, through?.shareId ?? null, asset.id],
    read: (signal) => readPicture(asset, through ?? {}, signal),
    isWanted: isWanted && isWorth,
  });
  return { ...whole, isInVain: !isWorth || whole.isInVain };
}

async function readPicture(asset: Asset, through: Through, signal: AbortSignal): Promise<Blob | null> {
  const file = await readFile(asset, through, signal);
  return isForPrint(new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer())) ? null : file;
}
