import type { TrackedDownload } from './tracked-downloads.ts';

const NAME = 'vitrine.downloads.1';

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What this tab was downloading when it was reloaded; nothing where the browser keeps nothing. */
export function keptDownloads(placeOf: () => Place = ofThisTab): TrackedDownload[] {
  try {
    const kept: unknown = JSON.parse(placeOf().getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.map((each: TrackedDownload) => ({ ...each, isFromBefore: true })) : [];
  } catch {
    return [];
  }
}

/** Keeps it for a reload. Other tabs and later visits never see it. */
export function keepDownloads(downloads: readonly TrackedDownload[], placeOf: () => Place = ofThisTab): void {
  try {
    if (downloads.length === 0) placeOf().removeItem(NAME);
    else placeOf().setItem(NAME, JSON.stringify(downloads));
  } catch {
    // Where the browser keeps nothing, they are shown until the page is left.
  }
}

function ofThisTab(): Place {
  return window.sessionStorage;
}
