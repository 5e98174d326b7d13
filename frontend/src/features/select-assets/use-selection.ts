import { useMemo } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { createStore, useStore } from '../../shared/state/store.ts';
import { added, extendedTo, nothingSelected, removed, toggled } from './selection.ts';
import type { Selection } from './selection.ts';

export type SelectionActions = {
  toggle: (asset: Asset) => void;
  extendTo: (asset: Asset, listed: readonly Asset[]) => void;
  add: (assets: readonly Asset[]) => void;
  remove: (assets: readonly Asset[]) => void;
  clear: () => void;
};

const store = createStore(nothingSelected(''));

/** The selection in this domain. In another domain it begins anew. */
export function useSelection(domainId: string): [Selection, SelectionActions] {
  const held = useStore(store);
  const selection = useMemo(() => ofDomain(held, domainId), [held, domainId]);
  const actions = useMemo(() => actionsFor(domainId), [domainId]);
  return [selection, actions];
}

function actionsFor(domainId: string): SelectionActions {
  const change = (step: (selection: Selection) => Selection) => {
    store.change((held) => step(ofDomain(held, domainId)));
  };
  return {
    toggle: (asset) => change((selection) => toggled(selection, asset)),
    extendTo: (asset, listed) => change((selection) => extendedTo(selection, asset, listed)),
    add: (assets) => change((selection) => added(selection, assets)),
    remove: (assets) => change((selection) => removed(selection, assets)),
    clear: () => change(() => nothingSelected(domainId)),
  };
}

function ofDomain(selection: Selection, domainId: string): Selection {
  return selection.domainId === domainId ? selection : nothingSelected(domainId);
}
