import type { Asset } from '../../shared/assets/asset.ts';

/** What is to become of several assets; `keep` leaves each as it is. */
export type EditDraft = {
  /** By the id of the asset, where it was typed. */
  titles: ReadonlyMap<string, string>;
  shareable: 'keep' | 'yes' | 'no';
  availability: 'keep' | 'available' | 'unavailable';
  expiry: 'keep' | 'never' | 'on';
  /** As a field for days has it, `2026-12-31`; the last day on which they can be had. */
  lastDay: string;
};

export type AssetChanges = {
  title?: string;
  shareable?: boolean;
  availability?: 'available' | 'unavailable';
  expiresAt?: string | null;
};

export const nothingEdited: EditDraft = {
  titles: new Map(),
  shareable: 'keep',
  availability: 'keep',
  expiry: 'keep',
  lastDay: '',
};

/** What differs from how the asset is; empty where nothing does. */
export function changesOf(draft: EditDraft, asset: Asset): AssetChanges {
  return {
    ...titleOf(draft, asset),
    ...shareableOf(draft, asset),
    ...availabilityOf(draft, asset),
    ...expiryOf(draft, asset),
  };
}

/** Whether all stay as they are; a day that is still to be chosen is a change to come. */
export function isNothingChanged(draft: EditDraft, assets: readonly Asset[]): boolean {
  if (draft.expiry === 'on' && draft.lastDay === '') return false;
  return assets.every((asset) => Object.keys(changesOf(draft, asset)).length === 0);
}

/** Whether a day is asked for and none is there, or one that is over. */
export function isDayMissing({ expiry, lastDay }: EditDraft, now: Date): boolean {
  if (expiry !== 'on') return false;
  const end = endOfDay(lastDay);
  return end === null || end.getTime() <= now.getTime();
}

function titleOf({ titles }: EditDraft, { id, title }: Asset): AssetChanges {
  const typed = titles.get(id)?.trim() ?? '';
  return typed === '' || typed === title ? {} : { title: typed };
}

function shareableOf({ shareable: wanted }: EditDraft, { shareable }: Asset): AssetChanges {
  return wanted === 'keep' || (wanted === 'yes') === shareable ? {} : { shareable: wanted === 'yes' };
}

function availabilityOf({ availability: wanted }: EditDraft, { availability }: Asset): AssetChanges {
  return wanted === 'keep' || wanted === availability ? {} : { availability: wanted };
}

function expiryOf({ expiry, lastDay }: EditDraft, { expiresAt }: Asset): AssetChanges {
  if (expiry === 'keep') return {};
  const end = expiry === 'on' ? (endOfDay(lastDay)?.toISOString() ?? null) : null;
  return end === expiresAt ? {} : { expiresAt: end };
}

/** The midnight after that day, in the zone of who types it; null for what is no day. */
function endOfDay(day: string): Date | null {
  const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []).map(Number);
  return year === undefined || month === undefined || date === undefined
    ? null
    : new Date(year, month - 1, date + 1);
}
