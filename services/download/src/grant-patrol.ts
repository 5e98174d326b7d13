import type { Log } from '@vitrine/platform/log/log.ts';
import { createWindow } from './engine/ranged/window.ts';
import { GRANT_LIFETIME_MS } from './kept-grant.ts';
import { inRounds } from './rounds.ts';
import type { RunningDownload, RunningDownloads } from './running-downloads.ts';

/** For how long a right that cannot be asked for lets bytes of one entry flow on. */
const UNKNOWN_FOR_MS = 10_000;
/** A round of as many downloads as a process may run is over in a second where each is told in 16 ms. */
const ASKED_AT_ONCE = 8;

/**
 * Asks again for downloads that send one large entry: an end that no event tells of in time, as that of a guest's link,
 * reaches them too. Some are asked for at once, so that many, or one that is long in being told, keep no other waiting.
 */
export const createGrantPatrol = (options: {
  readonly running: Pick<RunningDownloads, 'all'>;
  readonly log: Log;
  readonly everyMs?: number;
}) =>
  inRounds(options.everyMs ?? GRANT_LIFETIME_MS, async (isStopping) => {
    const asking = createWindow(() => ASKED_AT_ONCE);
    const inspect = async (download: RunningDownload): Promise<void> => {
      if (!isStopping()) await inspectGrant(download, options.log);
    };
    await Promise.all(options.running.all().map((download) => asking.run(() => inspect(download))));
  });

/** Ends a download whose right is lost, or was not known for too long. */
export const inspectGrant = async (
  download: Pick<RunningDownload, 'downloadId' | 'grant' | 'end'>,
  log: Log,
): Promise<void> => {
  const { grant, downloadId } = download;
  if (grant === null || grant.ageMs() < GRANT_LIFETIME_MS) return;
  const answer = await grant.renew();
  if (answer === 'granted') return;
  if (answer === 'lost') {
    download.end('revocation');
    return;
  }
  log.warn({ downloadId, ageMs: Math.round(grant.ageMs()) }, 'the right to a running download is not known');
  if (grant.ageMs() > UNKNOWN_FOR_MS) download.end('source');
};
