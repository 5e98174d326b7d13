import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import classes from './preview-picture.module.css';
import { words } from './words.ts';
import { ZoomedPicture } from './zoomed-picture.tsx';

const PREVIEW_SIDE_PX = 1600;

/** The thumbnail, which is there already, stands in its place until the preview is read. */
export function PreviewPicture({ asset }: { asset: Asset }) {
  if (asset.previewUrl === null) {
    return (
      <div className={classes.none}>
        <KindIcon kind={asset.kind} size={72} />
        <p>{words.noPicture}</p>
      </div>
    );
  }
  return <ZoomedPicture asset={asset} url={asset.previewUrl} frame={frameOf(asset)} />;
}

/** Reserves the picture's place and paints the thumbnail into it. */
function frameOf({ width, height, thumbnailUrl }: Asset): CSSProperties {
  if (width === null || height === null) return {};
  const scale = Math.min(1, PREVIEW_SIDE_PX / Math.max(width, height));
  return {
    aspectRatio: `${width} / ${height}`,
    width: Math.round(width * scale),
    ...(thumbnailUrl === null ? {} : { backgroundImage: `url("${thumbnailUrl}")` }),
  };
}
