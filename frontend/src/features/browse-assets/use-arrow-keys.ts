import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import type { AssetActions } from './asset-actions.ts';
import { neighbourOf } from './grid-measure.ts';

/** The controls of an asset that the keys lead along: from picture to picture, and from box to box. */
const CONTROLS = ['[data-asset-focus]', 'input[type="checkbox"]'] as const;

type Options = {
  container: RefObject<HTMLElement | null>;
  assets: readonly (Asset | undefined)[];
  columnCount: number;
  actions: AssetActions;
  scrollToRow: (row: number) => void;
};
type Wanted = { index: number; control: string };

/**
 * Moves the focus from asset to asset with the arrow keys, also to one that is not drawn yet; with shift what it passes
 * is selected. X selects the one that has the focus.
 */
export function useArrowKeys({ container, assets, columnCount, actions, scrollToRow }: Options) {
  const wanted = useRef<Wanted | null>(null);

  // Runs after each drawing: the row that was scrolled to may have just appeared.
  useEffect(() => {
    if (wanted.current !== null && focusOn(container.current, wanted.current)) wanted.current = null;
  });

  return (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    const asset = place === null ? undefined : assets[place.index];
    if (place === null || asset === undefined) return;
    if (event.key === 'x' && !hasModifier(event)) actions.onSelect(asset, false);
    const next = neighbourOf(place.index, event.key, assets.length, columnCount);
    if (next === null) return;
    event.preventDefault();
    if (event.shiftKey) actions.onAddBetween(place.index, next);
    scrollToRow(Math.floor(next / columnCount));
    const target = { ...place, index: next };
    if (!focusOn(container.current, target)) wanted.current = target;
  };
}

function placeOf(target: EventTarget): Wanted | null {
  if (!(target instanceof HTMLElement)) return null;
  const control = CONTROLS.find((selector) => target.matches(selector));
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return control === undefined || index === undefined ? null : { control, index: Number(index) };
}

function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

function focusOn(container: HTMLElement | null, { index, control }: Wanted): boolean {
  const target = container?.querySelector<HTMLElement>(`[data-index="${index}"] ${control}`);
  target?.focus({ preventScroll: true });
  return target !== null && target !== undefined;
}
