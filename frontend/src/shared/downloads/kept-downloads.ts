import { keepInTab, keptInTab } from '../state/kept-in-tab.ts';
import type { TrackedDownload } from './tracked-downloads.ts';

const NAME = 'vitrine.downloads.1';

type PlaceOf = Parameters<typeof keptInTab>[1];

/** What this tab was downloading when it was reloaded. */
export function keptDownloads(placeOf?: PlaceOf): TrackedDownload[] {
  const kept = keptInTab(NAME, placeOf);
  return Array.isArray(kept) ? kept.map((each: TrackedDownload) => ({ ...each, isFromBefore: true })) : [];
}

export function keepDownloads(downloads: readonly TrackedDownload[], placeOf?: PlaceOf): void {
  keepInTab(NAME, downloads.length === 0 ? null : downloads, placeOf);
}
