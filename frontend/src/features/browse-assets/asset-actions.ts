import type { MouseEvent } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';

/** What a person can do with one asset of the list. */
export type AssetActions = {
  /** `isRange`: from the last one touched up to this one. */
  onSelect: (asset: Asset, isRange: boolean) => void;
  /** Selects what lies between two places of the list too, which the keys led over. */
  onAddBetween: (one: number, other: number) => void;
  /** What a frame touches, beside what was selected as it was begun. */
  onFrame: (assets: readonly Asset[], isBeginning: boolean) => void;
  onPreview: (asset: Asset) => void;
  onDownload: (asset: Asset) => void;
};

/** A click on the picture opens it; with the keys that select in a file manager it selects. */
export function clickOnPicture(actions: AssetActions, asset: Asset, event: MouseEvent): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey) {
    event.preventDefault();
    actions.onSelect(asset, event.shiftKey);
  } else {
    actions.onPreview(asset);
  }
}

/** Whether shift was held while a box was ticked. */
export function wasShiftHeld(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true;
}
