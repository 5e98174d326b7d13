import { useLayoutEffect, useMemo, useRef } from 'react';
import type { AssetActions } from '../../features/browse-assets/asset-actions.ts';
import { rangeTo } from '../../features/select-assets/selection.ts';
import type { Selection } from '../../features/select-assets/selection.ts';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import type { Asset } from '../../shared/assets/asset.ts';

type Range = { first: number; last: number };

type Options = {
  /** All of the list, undefined in the place of what is not read. */
  listed: readonly (Asset | undefined)[];
  selection: Selection;
  selecting: SelectionActions;
  onPreview: (assetId: string) => void;
  onDownload: (assetIds: string[]) => void;
  /** Selects what of these places is not read. */
  addUnread?: (range: Range) => void;
};

/** What can be done with each asset of a list that can be selected from. It stays the same, so that tiles need not be drawn anew. */
export function useAssetActions(options: Options): AssetActions {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  return useMemo(
    () => ({
      onSelect: (asset, isRange) => {
        const { selecting, selection, listed } = latest.current;
        if (!isRange) {
          selecting.toggle(asset);
          return;
        }
        selecting.extendTo(asset, listed);
        addGaps(latest.current, rangeTo(selection, asset, listed));
      },
      onAddBetween: (one, other) => {
        const range = { first: Math.min(one, other), last: Math.max(one, other) };
        const { selecting, listed } = latest.current;
        selecting.add(inRange(listed, range).filter((asset) => asset !== undefined));
        addGaps(latest.current, range);
      },
      onFrame: (assets, isBeginning) => latest.current.selecting.frame(assets, isBeginning),
      onPreview: ({ id }) => latest.current.onPreview(id),
      onDownload: ({ id }) => latest.current.onDownload([id]),
    }),
    [],
  );
}

function addGaps({ listed, addUnread }: Options, range: Range | null): void {
  if (range !== null && inRange(listed, range).includes(undefined)) addUnread?.(range);
}

function inRange(listed: Options['listed'], { first, last }: Range): Options['listed'] {
  return listed.slice(first, last + 1);
}
