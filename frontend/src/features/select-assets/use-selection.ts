import { useMemo, useState } from 'react';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { isLoadedAnew } from '../../shared/state/load-anew.ts';
import { createStore, useStore } from '../../shared/state/store.ts';
import { keepSelection, keptSelection } from './kept-selection.ts';
import { added, extendedTo, framed, nothingSelected, removed, toggled } from './selection.ts';
import type { Selection } from './selection.ts';

export type SelectionActions = {
  toggle: (asset: SelectedAsset) => void;
  extendTo: (asset: SelectedAsset, listed: readonly (SelectedAsset | undefined)[]) => void;
  add: (assets: readonly SelectedAsset[]) => void;
  frame: (assets: readonly SelectedAsset[], isBeginning: boolean) => void;
  remove: (assets: readonly SelectedAsset[]) => void;
  clear: () => void;
};

const store = createStore(keptSelection());
// Whoever loads the page anew begins again, as in other tools; where the page does so by itself, nothing is lost.
if (typeof window !== 'undefined')
  window.addEventListener('pagehide', () =>
    keepSelection(isLoadedAnew() ? store.get() : nothingSelected('')),
  );

/** The selection in this domain. In another domain it begins anew. */
export function useSelection(scopeId: string): [Selection, SelectionActions] {
  const held = useStore(store);
  const selection = useMemo(() => ofScope(held, scopeId), [held, scopeId]);
  const actions = useMemo(() => actionsOn(store.change, scopeId), [scopeId]);
  return [selection, actions];
}

/** A selection of its own, gone with the page or the dialog that it was made in. */
export function useSelectionHere(scopeId: string): [Selection, SelectionActions] {
  const [held, change] = useState(() => nothingSelected(scopeId));
  const selection = useMemo(() => ofScope(held, scopeId), [held, scopeId]);
  const actions = useMemo(() => actionsOn(change, scopeId), [scopeId]);
  return [selection, actions];
}

type Change = (change: (selection: Selection) => Selection) => void;

function actionsOn(changeHeld: Change, scopeId: string): SelectionActions {
  const change: Change = (step) => changeHeld((held) => step(ofScope(held, scopeId)));
  return {
    toggle: (asset) => change((selection) => toggled(selection, asset)),
    extendTo: (asset, listed) => change((selection) => extendedTo(selection, asset, listed)),
    add: (assets) => change((selection) => added(selection, assets)),
    frame: (assets, isBeginning) => change((selection) => framed(selection, assets, isBeginning)),
    remove: (assets) => change((selection) => removed(selection, assets)),
    clear: () => change(() => nothingSelected(scopeId)),
  };
}

function ofScope(selection: Selection, scopeId: string): Selection {
  return selection.scopeId === scopeId ? selection : nothingSelected(scopeId);
}
