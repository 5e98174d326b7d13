import { useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { frameOf } from './frame.ts';
import { LostPicture } from './lost-picture.tsx';
import type { Through } from './preview-asset-api.ts';
import classes from './preview-picture.module.css';
import { words } from './words.ts';
import { ZoomedPicture } from './zoomed-picture.tsx';

/** The thumbnail, which is there already, stands in its place until the preview is read. */
export function PreviewPicture({ asset, through }: { asset: Asset; through?: Through }) {
  const [isLost, setLost] = useState(false);
  if (asset.previewUrl === null) {
    return (
      <div className={classes.none}>
        <KindIcon kind={asset.kind} size={72} />
        <p>{words.noPicture}</p>
      </div>
    );
  }
  if (isLost) return <LostPicture sentence={words.lostPicture} onRetry={() => setLost(false)} />;
  return (
    <ZoomedPicture
      asset={asset}
      url={asset.previewUrl}
      {...(through === undefined ? {} : { through })}
      frame={frameOf(asset)}
      onFailed={() => setLost(true)}
    />
  );
}
