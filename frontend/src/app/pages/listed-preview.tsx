import { useEffect, useEffectEvent, useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { tell } from '../../shared/notices/notice.ts';
import { PreviewDialog } from './preview.ts';
import { words } from './words.ts';

type Props<Item extends Asset> = {
  openId: string | null;
  through: { shareId: string; isGuest?: boolean; isCounted?: boolean };
  listed: readonly Item[];
  onShow: (assetId: string | null) => void;
  onDownload: (asset: Item) => void;
  /** Why nothing can be downloaded any more, where that is so. */
  whyNot?: string | undefined;
};

/** The preview of one of the assets that are listed, where one is open. */
export function ListedPreview<Item extends Asset>({
  openId,
  through,
  listed,
  onShow,
  onDownload,
  whyNot,
}: Props<Item>) {
  const open = listed.find(({ id }) => id === openId);
  useTellGone(open ?? null, openId, () => onShow(null));
  if (open === undefined) return null;
  return (
    <PreviewDialog
      asset={open}
      through={through}
      listedIds={listed.map(({ id }) => id)}
      onShow={onShow}
      onDownload={() => onDownload(open)}
      whyNot={whyNot}
      onClose={() => onShow(null)}
    />
  );
}

/** What is taken away while somebody looks at it does not just vanish. */
function useTellGone(open: Asset | null, openId: string | null, onGone: () => void): void {
  const [seen, setSeen] = useState(open);
  if (open !== null && open.id !== seen?.id) setSeen(open);
  const goneName = open === null && seen !== null && seen.id === openId ? seen.fileName : null;
  const gone = useEffectEvent((fileName: string) => {
    tell(words.notShownAnyMore(fileName));
    onGone();
  });
  useEffect(() => {
    if (goneName !== null) gone(goneName);
  }, [goneName]);
}
