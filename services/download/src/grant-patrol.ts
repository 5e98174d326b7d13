import type { Log } from '@vitrine/platform/log/log.ts';
import { GRANT_LIFETIME_MS } from './kept-grant.ts';
import { inRounds } from './rounds.ts';
import type { RunningDownload, RunningDownloads } from './running-downloads.ts';

/** For how long a right that cannot be asked for lets bytes of one entry flow on. */
const UNKNOWN_FOR_MS = 10_000;

/**
 * Asks again for downloads that send one large entry, one after the other: an end that no event tells of in time, as
 * that of a guest's link, reaches them too.
 */
export const createGrantPatrol = ({ running, log }: { running: RunningDownloads; log: Log }) =>
  inRounds(GRANT_LIFETIME_MS, async (isStopping) => {
    for (const download of running.all()) {
      if (isStopping()) return;
      await inspectGrant(download, log);
    }
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
