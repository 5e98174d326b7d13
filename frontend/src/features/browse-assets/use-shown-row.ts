import { useEffect, useEffectEvent } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';

type Options = {
  /** What a preview shows of them. */
  shownId: string | null;
  assets: readonly (Asset | undefined)[];
  columnCount: number;
  scrollToRow: (row: number) => void;
};

/** The list goes along with its preview, so that one comes back to where one looked last. */
export function useShownRow({ shownId, assets, columnCount, scrollToRow }: Options): void {
  const follow = useEffectEvent((id: string) => {
    const index = assets.findIndex((asset) => asset?.id === id);
    if (index !== -1) scrollToRow(Math.floor(index / columnCount));
  });
  useEffect(() => {
    if (shownId !== null) follow(shownId);
  }, [shownId]);
}
