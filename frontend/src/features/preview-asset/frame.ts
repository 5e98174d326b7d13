import { PREVIEW_PX } from '@vitrine/contracts';
import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';

/** Reserves the picture's place and paints the thumbnail into it. */
export function frameOf({ width, height, thumbnailUrl }: Asset): CSSProperties {
  if (width === null || height === null) return {};
  const scale = Math.min(1, PREVIEW_PX / Math.max(width, height));
  return {
    aspectRatio: `${width} / ${height}`,
    width: Math.round(width * scale),
    ...(thumbnailUrl === null ? {} : { backgroundImage: `url("${thumbnailUrl}")` }),
  };
}
