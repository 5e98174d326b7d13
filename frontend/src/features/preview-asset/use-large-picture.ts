import { largePictureUrl } from '@vitrine/contracts';
import { type RefObject, useEffect, useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { isDrawnLarge, isShortOfPixels } from './large-picture.ts';
import { useDecodedPicture } from './use-decoded-picture.ts';

/** Who goes on to the neighbour within this time does not look closely. */
const LOOKED_AT_MS = 300;

/**
 * The preview or page at this address in its large size, where the usual one has fewer pixels than it is drawn on: on a
 * screen of fine pixels, or as somebody looks closer.
 */
export function useLargePicture(
  asset: Asset,
  {
    url,
    pictureRef,
    isRead,
  }: { url: string; pictureRef: RefObject<HTMLImageElement | null>; isRead: boolean },
  isWanted: boolean,
) {
  const isDrawn = isDrawnLarge(asset) && !savesData();
  const isShort = useShortOfPixels(pictureRef, isDrawn && isRead);
  return useDecodedPicture({
    key: ['large', url],
    read: (signal) => readPicture(largePictureUrl(url), signal),
    isWanted: isShort && isWanted,
  });
}

/** Whether it was for as long as somebody looks at it, once. */
function useShortOfPixels(pictureRef: RefObject<HTMLImageElement | null>, isWatched: boolean): boolean {
  const [isShort, setShort] = useState(false);
  useEffect(() => {
    const picture = pictureRef.current;
    if (!isWatched || isShort || picture === null) return undefined;
    let timer: number | undefined;
    const watching = new ResizeObserver(() => {
      window.clearTimeout(timer);
      const drawn = { width: picture.clientWidth, height: picture.clientHeight };
      const has = { width: picture.naturalWidth, height: picture.naturalHeight };
      if (isShortOfPixels({ drawn, has, pixelRatio: window.devicePixelRatio }))
        timer = window.setTimeout(() => setShort(true), LOOKED_AT_MS);
    });
    watching.observe(picture);
    return () => {
      watching.disconnect();
      window.clearTimeout(timer);
    };
  }, [pictureRef, isWatched, isShort]);
  return isShort;
}

async function readPicture(url: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`The picture was answered with ${answer.status}.`);
  return answer.blob();
}

/** Who asks for little to be sent is content with the usual ones. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
