import type { Asset } from '../../shared/assets/asset.ts';
import { PreviewDialog } from './preview.ts';

type Props<Item extends Asset> = {
  openId: string | null;
  through: { shareId: string; isGuest?: boolean };
  listed: readonly Item[];
  onShow: (assetId: string | null) => void;
  onDownload: (asset: Item) => void;
};

/** The preview of one of the assets that are listed, where one is open. */
export function ListedPreview<Item extends Asset>({
  openId,
  through,
  listed,
  onShow,
  onDownload,
}: Props<Item>) {
  const open = listed.find(({ id }) => id === openId);
  if (open === undefined) return null;
  return (
    <PreviewDialog
      asset={open}
      through={through}
      listedIds={listed.map(({ id }) => id)}
      onShow={onShow}
      onDownload={() => onDownload(open)}
      onClose={() => onShow(null)}
    />
  );
}
