import type { RefObject } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import type { Through } from './preview-asset-api.ts';
import { useLargePicture } from './use-large-picture.ts';
import { useWholePicture } from './use-whole-picture.ts';

export interface ShownPicture {
  asset: Asset;
  /** Of the preview or page as it is shown first. */
  url: string;
  /** Through what the file itself is had, where that has more to look at than what is shown of it. */
  through?: Through | undefined;
  pictureRef: RefObject<HTMLImageElement | null>;
  isRead: boolean;
  isZoomed: boolean;
}

/** The finest of a picture that is there by now: the file itself for who looks closer, or the large preview. */
export function useFinerPicture({ asset, url, through, pictureRef, isRead, isZoomed }: ShownPicture) {
  const whole = useWholePicture(asset, through, isRead && isZoomed);
  const large = useLargePicture(asset, { url, pictureRef, isRead }, !isZoomed || whole.isInVain);
  return {
    url: whole.url ?? large.url ?? url,
    isReading: isZoomed && (whole.isReading || large.isReading),
  };
}
