import { useEffect } from 'react';
import { useAsset } from '../../features/browse-assets/browse-assets-api.ts';
import { useDownload } from '../../features/download-assets/use-download.tsx';
import type { Asset } from '../../shared/assets/asset.ts';
import { PreviewDialog } from './preview.ts';

type Props = {
  assetId: string;
  listed: readonly Asset[];
  /** There are more than are listed. */
  hasMore: boolean;
  readMore: () => void;
  onShow: (assetId: string) => void;
  onClose: () => void;
};

const OWN = {};

/** The preview that the address names; its asset is read by itself when the list does not hold it (a link). */
export function OpenPreview({ assetId, listed, hasMore, readMore, onShow, onClose }: Props) {
  const { download } = useDownload();
  const isLast = listed.at(-1)?.id === assetId;
  useEffect(() => {
    if (isLast && hasMore) readMore();
  }, [isLast, hasMore, readMore]);
  const held = listed.find(({ id }) => id === assetId);
  const read = useAsset(assetId, { isWanted: held === undefined });
  const asset = held ?? read.data;
  if (asset === undefined) return null;
  return (
    <PreviewDialog
      asset={asset}
      through={OWN}
      listedIds={listed.map(({ id }) => id)}
      onShow={onShow}
      onDownload={({ id }) => download([id])}
      onClose={onClose}
    />
  );
}
