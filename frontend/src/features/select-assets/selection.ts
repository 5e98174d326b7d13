import type { Asset } from '../../shared/assets/asset.ts';

/** What is selected. It outlives pages, filters and sorting, and ends with where it was made. */
export type Selection = {
  /** The domain or the share that the assets stand in. */
  scopeId: string;
  chosen: ReadonlyMap<string, Asset>;
  /** The asset that a range starts from: the last one that was touched alone. */
  anchorId: string | null;
  /** What was selected when the frame was begun that is drawn now, or was drawn last. */
  beforeFrame: ReadonlyMap<string, Asset>;
};

export function nothingSelected(scopeId: string): Selection {
  return { scopeId, chosen: new Map(), anchorId: null, beforeFrame: new Map() };
}

export function toggled(selection: Selection, asset: Asset): Selection {
  const chosen = new Map(selection.chosen);
  if (!chosen.delete(asset.id)) chosen.set(asset.id, asset);
  return { ...selection, chosen, anchorId: asset.id };
}

/** Adds all from the anchor to this asset, in the order in which they are listed; the anchor stays. */
export function extendedTo(selection: Selection, asset: Asset, listed: readonly Asset[]): Selection {
  const start = listed.findIndex(({ id }) => id === selection.anchorId);
  const end = listed.findIndex(({ id }) => id === asset.id);
  if (start === -1 || end === -1) return toggled(selection, asset);
  return added(selection, listed.slice(Math.min(start, end), Math.max(start, end) + 1));
}

export function added(selection: Selection, assets: readonly Asset[]): Selection {
  return { ...selection, chosen: new Map([...selection.chosen, ...assets.map(withId)]) };
}

/** A frame adds what it touches, and takes what it touches no longer out again. */
export function framed(selection: Selection, assets: readonly Asset[], isBeginning: boolean): Selection {
  const beforeFrame = isBeginning ? selection.chosen : selection.beforeFrame;
  return { ...selection, beforeFrame, chosen: new Map([...beforeFrame, ...assets.map(withId)]) };
}

export function removed(selection: Selection, assets: readonly Asset[]): Selection {
  const chosen = new Map(selection.chosen);
  for (const { id } of assets) chosen.delete(id);
  return { ...selection, chosen };
}

/** How much of what is listed is selected: what the box Select Visible shows. */
export function coverOf({ chosen }: Selection, listed: readonly Asset[]): 'none' | 'some' | 'all' {
  // Most of the time, and with many thousands listed it is asked at every drawing.
  if (chosen.size === 0) return 'none';
  const count = listed.filter(({ id }) => chosen.has(id)).length;
  if (count === 0) return 'none';
  return count === listed.length ? 'all' : 'some';
}

export function byteSizeOf({ chosen }: Selection): number {
  return [...chosen.values()].reduce((sum, { byteSize }) => sum + byteSize, 0);
}

function withId(asset: Asset): [string, Asset] {
  return [asset.id, asset];
}
