import { PREVIEW_PX, SHOWN_PICTURES } from '@vitrine/contracts';
import { mayBeHad } from '../../shared/assets/asset.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import type { Through } from './preview-asset-api.ts';

/** A tab holds four bytes for each pixel that it shows. */
const PIXELS_MAX = 100_000_000;
const BYTES_MAX = 100_000_000;

/** Whether the file itself has more to look at than its preview, and may be had for that. */
export const isWorthReadingWhole = (asset: Asset, { isCounted = false }: Through): boolean =>
  !isCounted && SHOWN_PICTURES.includes(asset.mediaType) && mayBeHad(asset) && hasMorePixels(asset);

function hasMorePixels({ width, height, byteSize }: Asset): boolean {
  if (width === null || height === null) return false;
  return Math.max(width, height) > PREVIEW_PX && width * height <= PIXELS_MAX && byteSize <= BYTES_MAX;
}

const JPEG = 0xffd8;
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

/**
 * Whether a JPEG is made for print, in four colours (ITU-T T.81, B.2.2): browsers show these in others than the preview,
 * for which they were turned into those of a screen.
 */
export function isForPrint(bytes: DataView): boolean {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== JPEG) return false;
  let at = 2;
  while (at + 10 <= bytes.byteLength) {
    const marker = bytes.getUint16(at);
    if (isFrame(marker)) return bytes.getUint8(at + 9) === 4;
    if (marker < 0xff01 || marker === 0xffda) return false;
    at += marker === 0xffff ? 1 : 2 + bytes.getUint16(at + 2);
  }
  return false;
}
