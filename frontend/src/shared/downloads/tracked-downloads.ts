import type { DownloadView } from '@vitrine/contracts';
import { createStore, useStore } from '../state/store.ts';
import { keepDownloads, keptDownloads } from './kept-downloads.ts';

/** More are counted, not listed: a plan may hold a hundred thousand. */
const LISTED_MAX = 200;

/** A download that a page in this tab began and the browser carries out. */
export type TrackedDownload = Pick<
  DownloadView,
  'id' | 'url' | 'fileName' | 'byteSize' | 'included' | 'excluded'
> & {
  includedCount: number;
  excludedCount: number;
  isGuest: boolean;
  /** Through which share it was had, where it was. */
  shareId?: string | undefined;
  /** It was begun before this page was loaded. */
  isFromBefore: boolean;
};

const store = createStore<readonly TrackedDownload[]>(keptDownloads());
store.subscribe(() => keepDownloads(store.get()));

export function trackDownload(
  plan: DownloadView,
  through: Pick<TrackedDownload, 'isGuest' | 'shareId'>,
): void {
  const { id, url, fileName, byteSize, included, excluded } = plan;
  const tracked: TrackedDownload = {
    ...{ id, url, fileName, byteSize, ...through, isFromBefore: false },
    included: included.slice(0, LISTED_MAX),
    excluded: excluded.slice(0, LISTED_MAX),
    includedCount: included.length,
    excludedCount: excluded.length,
  };
  store.change((downloads) => [tracked, ...downloads]);
}

export function forgetDownload(id: string): void {
  store.change((downloads) => downloads.filter((download) => download.id !== id));
}

/** Whose session is over has no downloads to look after any more; those that run go on in the browser. */
export function forgetAllDownloads(): void {
  store.change(() => []);
}

export function useTrackedDownloads(): readonly TrackedDownload[] {
  return useStore(store);
}
