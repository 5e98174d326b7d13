import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { Picture, PicturePlace } from '../../shared/ui/picture.tsx';
import { keepPicture } from './kept-pictures.ts';
import classes from './asset-picture.module.css';

const THUMBNAIL_PX = 320;

type Props = {
  asset: Asset;
  iconSize: number;
  /** While it passes by, its place alone: what nobody sees is not asked for. */
  isShown: boolean;
};

/** The thumbnail as it is, never cropped, or the icon of its kind. It takes its space before it is there. */
export function AssetPicture({ asset, iconSize, isShown }: Props) {
  const isMuted = !asset.downloadable || undefined;
  if (asset.thumbnailUrl === null) {
    return (
      <span className={classes.icon} data-muted={isMuted}>
        <KindIcon kind={asset.kind} size={iconSize} />
      </span>
    );
  }
  return (
    <span className={classes.frame}>
      {isShown ? (
        <Picture ref={keepPicture} data-muted={isMuted} src={asset.thumbnailUrl} style={sizeOf(asset)} />
      ) : (
        <PicturePlace style={sizeOf(asset)} />
      )}
    </span>
  );
}

/**
 * As large as the frame allows, known before the picture is there. What is smaller than that keeps its own size. How high
 * the frame is its list says (`--picture-high`): one that measures itself would be laid out before it could be styled.
 */
function sizeOf({ width, height }: Asset): CSSProperties | undefined {
  if (width === null || height === null || Math.max(width, height) < THUMBNAIL_PX) return undefined;
  const ratio = width / height;
  return { width: `min(100%, var(--picture-high) * ${ratio})`, aspectRatio: ratio };
}
