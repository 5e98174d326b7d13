import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { keepInTab, keptInTab } from '../../shared/state/kept-in-tab.ts';
import { added, nothingSelected } from './selection.ts';
import type { Selection } from './selection.ts';

const NAME = 'vitrine.selection.1';

type Kept = { scopeId: string; chosen: SelectedAsset[] };
type PlaceOf = Parameters<typeof keptInTab>[1];

/** What was selected when the page loaded itself anew in this tab. */
export function keptSelection(placeOf?: PlaceOf): Selection {
  const kept = keptInTab(NAME, placeOf) as Kept | null;
  return kept === null ? nothingSelected('') : added(nothingSelected(kept.scopeId), kept.chosen);
}

export function keepSelection({ scopeId, chosen }: Selection, placeOf?: PlaceOf): void {
  keepInTab(NAME, chosen.size === 0 ? null : { scopeId, chosen: [...chosen.values()] }, placeOf);
}
