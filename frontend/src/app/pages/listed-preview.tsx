import { Suspense, lazy } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';

const PreviewDialog = lazy(async () => ({
  default: (await import('../../features/preview-asset/preview-dialog.tsx')).PreviewDialog,
}));

type Props<Item extends Asset> = {
  openId: string | null;
  listed: readonly Item[];
  onShow: (assetId: string | null) => void;
  onDownload: (asset: Item) => void;
};

/** The preview of one of the assets that are listed, where one is open. */
export function ListedPreview<Item extends Asset>({ openId, listed, onShow, onDownload }: Props<Item>) {
  const open = listed.find(({ id }) => id === openId);
  if (open === undefined) return null;
  return (
    <Suspense fallback={null}>
      <PreviewDialog
        asset={open}
        listedIds={listed.map(({ id }) => id)}
        onShow={onShow}
        onDownload={() => onDownload(open)}
        onClose={() => onShow(null)}
      />
    </Suspense>
  );
}
