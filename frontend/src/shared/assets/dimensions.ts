import type { Asset } from './asset.ts';
import { words } from './words.ts';

const MILLIMETRES_PER_POINT = 25.4 / 72;

/** How large its picture is: in pixels, and a PDF as its page would be printed. Null where nothing is known. */
export function dimensionsOf({
  kind,
  width,
  height,
}: Pick<Asset, 'kind' | 'width' | 'height'>): string | null {
  if (width === null || height === null) return null;
  if (kind !== 'pdf') return words.pixels(width, height);
  return words.millimetres(inMillimetres(width), inMillimetres(height));
}

const inMillimetres = (points: number): number => Math.round(points * MILLIMETRES_PER_POINT);
