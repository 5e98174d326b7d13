import { useMemo } from 'react';
import type { AssetActions } from '../../features/browse-assets/asset-actions.ts';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import type { Asset } from '../../shared/assets/asset.ts';

type Options = {
  listed: readonly Asset[];
  selecting: SelectionActions;
  onPreview: (assetId: string) => void;
  onDownload: (assetIds: string[]) => void;
};

/** What can be done with each asset of a list that can be selected from. */
export function useAssetActions({ listed, selecting, onPreview, onDownload }: Options): AssetActions {
  return useMemo(
    () => ({
      onSelect: (asset, isRange) => {
        if (isRange) selecting.extendTo(asset, listed);
        else selecting.toggle(asset);
      },
      onAdd: selecting.add,
      onFrame: selecting.frame,
      onPreview: ({ id }) => onPreview(id),
      onDownload: ({ id }) => onDownload([id]),
    }),
    [listed, selecting, onPreview, onDownload],
  );
}
