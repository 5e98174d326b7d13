import { lazyPart } from '../../shared/ui/lazy-dialog.tsx';
import { useTrackedDownloads } from '../../shared/downloads/tracked-downloads.ts';

const DownloadsPanel = lazyPart(async () => (await import('./downloads-panel.tsx')).DownloadsPanel);

/** Shows how far the downloads are that were begun here, on every page. */
export function DownloadsArea() {
  const downloads = useTrackedDownloads();
  return downloads.length === 0 ? null : <DownloadsPanel downloads={downloads} />;
}
