import type { Asset } from '../../shared/assets/asset.ts';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { Picture } from '../../shared/ui/picture.tsx';
import classes from './asset-picture.module.css';

/** The thumbnail as it is, never cropped, or the icon of its kind. It takes its space before it is there. */
export function AssetPicture({ asset, iconSize }: { asset: Asset; iconSize: number }) {
  const isMuted = !asset.downloadable || undefined;
  if (asset.thumbnailUrl === null) {
    return (
      <span className={classes.icon} data-muted={isMuted}>
        <KindIcon kind={asset.kind} size={iconSize} />
      </span>
    );
  }
  return (
    <Picture
      data-muted={isMuted}
      src={asset.thumbnailUrl}
      width={asset.width ?? undefined}
      height={asset.height ?? undefined}
    />
  );
}
