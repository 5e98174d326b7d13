import { useEffect } from 'react';
import { useAsset } from '../../features/browse-assets/browse-assets-api.ts';
import { runAround } from '../../features/browse-assets/read-pages.ts';
import { useDownload } from '../../features/download-assets/use-download.tsx';
import type { Asset } from '../../shared/assets/asset.ts';
import { PreviewDialog } from './preview.ts';

type Props = {
  assetId: string;
  /** All of the list, undefined in the place of what is not read. */
  assets: readonly (Asset | undefined)[];
  reach: (index: number) => void;
  onShow: (assetId: string) => void;
  onClose: () => void;
};

const OWN = {};

/** The preview that the address names; its asset is read by itself when the list does not hold it (a link). */
export function OpenPreview({ assetId, assets, reach, onShow, onClose }: Props) {
  const { download } = useDownload();
  const index = assets.findIndex((asset) => asset?.id === assetId);
  const { first, last } = runAround(assets, index);
  useEffect(() => {
    if (index === -1) return;
    if (index === first && first > 0) reach(first - 1);
    if (index === last && last < assets.length - 1) reach(last + 1);
  }, [index, first, last, assets.length, reach]);
  const held = assets[index];
  const read = useAsset(assetId, { isWanted: held === undefined });
  const asset = held ?? read.data;
  if (asset === undefined) return null;
  return (
    <PreviewDialog
      asset={asset}
      through={OWN}
      listedIds={assets.slice(first, last + 1).flatMap((each) => each?.id ?? [])}
      onShow={onShow}
      onDownload={({ id }) => download([id])}
      onClose={onClose}
    />
  );
}
