import { PREVIEW_PX, isOfLines } from '@vitrine/contracts';
import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';

/** Reserves the picture's place and paints the thumbnail into it. */
export function frameOf(asset: Asset): CSSProperties {
  const { width, height, thumbnailUrl } = asset;
  if (width === null || height === null) return {};
  const fit = PREVIEW_PX / Math.max(width, height);
  const scale = isOfLines(asset) ? fit : Math.min(1, fit);
  return {
    aspectRatio: `${width} / ${height}`,
    width: Math.round(width * scale),
    ...(thumbnailUrl === null ? {} : { backgroundImage: `url("${thumbnailUrl}")` }),
  };
}
