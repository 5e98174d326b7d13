import type { Log } from '@vitrine/platform/log/log.ts';
import { inRounds } from './rounds.ts';
import type { RunningDownload, RunningDownloads } from './running-downloads.ts';

/** A page that asks another process sees what runs here so late. */
const NOTE_EVERY_MS = 2_000;

/** Writes down how far each running download is: for who asks elsewhere, and for when this process dies. */
export const createProgressNotes = (options: {
  readonly running: Pick<RunningDownloads, 'all'>;
  readonly write: (download: RunningDownload) => Promise<void>;
  readonly log: Log;
  readonly everyMs?: number;
}) => {
  const { running, write, log, everyMs = NOTE_EVERY_MS } = options;
  return inRounds(everyMs, async (isStopping) => {
    for (const download of running.all()) {
      if (isStopping()) return;
      // What did not begin to send has nothing to note.
      if (download.sent[1] === 0) continue;
      try {
        await write(download);
      } catch (error) {
        log.warn({ downloadId: download.downloadId, err: error }, 'the progress was not written down');
      }
    }
  });
};
