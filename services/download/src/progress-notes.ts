import type { Log } from '@vitrine/platform/log/log.ts';
import { inRounds } from './rounds.ts';
import type { RunningDownload, RunningDownloads } from './running-downloads.ts';

/** A page that asks another process sees what runs here so late. */
const NOTE_EVERY_MS = 2_000;

/** Writes down how far running downloads are: for who asks elsewhere, and for when this process dies. */
export const createProgressNotes = (options: {
  readonly running: Pick<RunningDownloads, 'all'>;
  readonly write: (downloads: readonly RunningDownload[]) => Promise<void>;
  readonly log: Log;
  readonly everyMs?: number;
}) => {
  const { running, write, log, everyMs = NOTE_EVERY_MS } = options;
  return inRounds(everyMs, async () => {
    // What did not begin to send has nothing to note.
    const begun = running.all().filter(({ sent }) => sent[1] > 0);
    if (begun.length === 0) return;
    try {
      await write(begun);
    } catch (error) {
      log.warn({ err: error, count: begun.length }, 'the progress was not written down');
    }
  });
};
