import type { DownloadView } from '@vitrine/contracts';
import { createStore, useStore } from '../state/store.ts';

/** A download that this page began and the browser carries out. */
export type TrackedDownload = Pick<
  DownloadView,
  'id' | 'url' | 'fileName' | 'byteSize' | 'included' | 'excluded'
> & { isGuest: boolean };

const store = createStore<readonly TrackedDownload[]>([]);

export function trackDownload(download: TrackedDownload): void {
  store.change((downloads) => [download, ...downloads]);
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
