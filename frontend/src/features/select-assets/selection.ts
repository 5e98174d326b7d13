import type { SelectedAsset } from '../../shared/assets/asset.ts';

/** What is selected. It outlives pages, filters and sorting, and ends with where it was made. */
export type Selection = {
  /** The domain or the share that the assets stand in. */
  scopeId: string;
  chosen: ReadonlyMap<string, SelectedAsset>;
  /** The asset that a range starts from: the last one that was touched alone. */
  anchorId: string | null;
  /** What was selected when the frame was begun that is drawn now, or was drawn last. */
  beforeFrame: ReadonlyMap<string, SelectedAsset>;
};

export function nothingSelected(scopeId: string): Selection {
  return { scopeId, chosen: new Map(), anchorId: null, beforeFrame: new Map() };
}

export function toggled(selection: Selection, asset: SelectedAsset): Selection {
  const chosen = new Map(selection.chosen);
  if (!chosen.delete(asset.id)) chosen.set(asset.id, asset);
  return { ...selection, chosen, anchorId: asset.id };
}

/** A list in its order, undefined in the place of what is not read. */
type Listed = readonly (SelectedAsset | undefined)[];

/** Adds all from the anchor to this asset, in the order in which they are listed; the anchor stays. */
export function extendedTo(selection: Selection, asset: SelectedAsset, listed: Listed): Selection {
  const range = rangeTo(selection, asset, listed);
  if (range === null) return toggled(selection, asset);
  return added(
    selection,
    listed.slice(range.first, range.last + 1).filter((each) => each !== undefined),
  );
}

/** From the anchor to this asset, by their places in a list; null where one of them does not stand in it. */
export function rangeTo(
  { anchorId }: Selection,
  { id: assetId }: SelectedAsset,
  listed: Listed,
): { first: number; last: number } | null {
  const start = listed.findIndex((each) => each?.id === anchorId);
  const end = listed.findIndex((each) => each?.id === assetId);
  if (anchorId === null || start === -1 || end === -1) return null;
  return { first: Math.min(start, end), last: Math.max(start, end) };
}

export function added(selection: Selection, assets: readonly SelectedAsset[]): Selection {
  return { ...selection, chosen: withAll(selection.chosen, assets) };
}

/** A frame adds what it touches, and takes what it touches no longer out again. */
export function framed(
  selection: Selection,
  assets: readonly SelectedAsset[],
  isBeginning: boolean,
): Selection {
  const beforeFrame = isBeginning ? selection.chosen : selection.beforeFrame;
  return { ...selection, beforeFrame, chosen: withAll(beforeFrame, assets) };
}

export function removed(selection: Selection, assets: readonly SelectedAsset[]): Selection {
  const chosen = new Map(selection.chosen);
  for (const { id } of assets) chosen.delete(id);
  return { ...selection, chosen };
}

/** What of it is listed: what was taken out of a share is not to be had, until it is put there again. */
export function within(selection: Selection, listed: readonly SelectedAsset[]): Selection {
  const ids = new Set(listed.map(({ id }) => id));
  const chosen = new Map([...selection.chosen].filter(([id]) => ids.has(id)));
  return chosen.size === selection.chosen.size ? selection : { ...selection, chosen };
}

/** How much of what is listed is selected: what the box Select Visible shows. */
export function coverOf({ chosen }: Selection, listed: readonly SelectedAsset[]): 'none' | 'some' | 'all' {
  // Most of the time, and with many thousands listed it is asked at every drawing.
  if (chosen.size === 0) return 'none';
  const count = listed.filter(({ id }) => chosen.has(id)).length;
  if (count === 0) return 'none';
  return count === listed.length ? 'all' : 'some';
}

export function byteSizeOf({ chosen }: Selection): number {
  let sum = 0;
  for (const { byteSize } of chosen.values()) sum += byteSize;
  return sum;
}

function withAll(chosen: Selection['chosen'], assets: readonly SelectedAsset[]): Selection['chosen'] {
  const all = new Map(chosen);
  for (const asset of assets) all.set(asset.id, asset);
  return all;
}
