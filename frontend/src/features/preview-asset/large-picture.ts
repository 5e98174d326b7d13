import { hasLargePreview } from '@vitrine/contracts';
import { type Asset, mayBeHad } from '../../shared/assets/asset.ts';
import type { Size } from './zoom.ts';

/** Less is not seen. */
const NOTICED = 1.02;

/** Whether a picture is drawn on more pixels of the screen than it has. */
export const isShortOfPixels = ({
  drawn,
  has,
  pixelRatio,
}: {
  /** In CSS pixels. */
  drawn: Size;
  has: Size;
  pixelRatio: number;
}): boolean => Math.min(drawn.width / has.width, drawn.height / has.height) * pixelRatio > NOTICED;

/** Whether a larger preview is drawn of it for whoever asks. */
export const isDrawnLarge = (asset: Asset): boolean => hasLargePreview(asset) && mayBeHad(asset);
