import { IconX } from '@tabler/icons-react';
import { CornerPanel } from '../../shared/ui/corner-panel.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { DownloadRow } from './download-row.tsx';
import type { Progress } from './downloads.ts';
import { isUnderWay } from './downloads.ts';
import { forgetDownload } from '../../shared/downloads/tracked-downloads.ts';
import type { TrackedDownload } from '../../shared/downloads/tracked-downloads.ts';
import { useProgress } from './use-progress.ts';
import { words } from './words.ts';

type Shown = { download: TrackedDownload; progress: Progress };

/** In the corner while there are downloads: how far each is, what is in it and what became of it. */
export function DownloadsPanel({ downloads }: { downloads: readonly TrackedDownload[] }) {
  const progress = useProgress(downloads);
  const shown = downloads.flatMap((download, index): Shown[] => {
    const known = progress[index];
    return known ? [{ download, progress: known }] : [];
  });
  if (shown.length === 0) return null;
  const running = shown.filter((each) => isUnderWay(each.progress)).length;
  return (
    <CornerPanel
      label={words.panel}
      title={running > 0 ? words.downloading(running) : words.allOver}
      action={
        <IconAction
          label={words.closePanel}
          size={28}
          onClick={() => shown.forEach(({ download }) => forgetDownload(download.id))}
        >
          <IconX size={18} stroke={1.5} aria-hidden />
        </IconAction>
      }
    >
      {shown.map(({ download, progress: known }) => (
        <DownloadRow key={download.id} download={download} progress={known} />
      ))}
    </CornerPanel>
  );
}
