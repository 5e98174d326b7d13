import { THUMBNAIL_PX } from '@vitrine/contracts';
import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { thumbnailSources } from '../../shared/assets/thumbnail-sources.ts';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { Picture, PicturePlace } from '../../shared/ui/picture.tsx';
import { MAT_RATIO } from './grid-measure.ts';
import { keepPicture } from './kept-pictures.ts';
import classes from './asset-picture.module.css';

type Props = {
  asset: Asset;
  iconSize: number;
  /** The width of the room for it; without it, it is so small that the usual thumbnail is enough on any screen. */
  roomPx?: number;
  /** While it passes by, its place alone: what nobody sees is not asked for. */
  isShown: boolean;
};

/** The thumbnail as it is, never cropped, or the icon of its kind. It takes its space before it is there. */
export function AssetPicture({ asset, iconSize, roomPx, isShown }: Props) {
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
        <Picture
          ref={keepPicture}
          data-muted={isMuted}
          {...sourcesOf(asset, asset.thumbnailUrl, roomPx)}
          src={asset.thumbnailUrl}
          style={sizeOf(asset)}
        />
      ) : (
        <PicturePlace style={sizeOf(asset)} />
      )}
    </span>
  );
}

/** What keeps its own size has one source. */
function sourcesOf(asset: Asset, thumbnailUrl: string, roomPx: number | undefined) {
  const ratio = ratioOf(asset);
  if (roomPx === undefined || ratio === null) return {};
  return thumbnailSources(thumbnailUrl, Math.min(roomPx, roomPx * MAT_RATIO * Math.max(1, ratio)));
}

/** Null where the picture is not drawn as large as there is room. */
const ratioOf = ({ width, height }: Asset): number | null =>
  width === null || height === null || Math.max(width, height) < THUMBNAIL_PX ? null : width / height;

/**
 * As large as the frame allows, known before the picture is there. What is smaller than that keeps its own size. How high
 * the frame is its list says (`--picture-high`): one that measures itself would be laid out before it could be styled.
 */
function sizeOf(asset: Asset): CSSProperties | undefined {
  const ratio = ratioOf(asset);
  if (ratio === null) return undefined;
  return { width: `min(100%, var(--picture-high) * ${ratio})`, aspectRatio: ratio };
}
