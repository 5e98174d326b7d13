import { subscribeEachProcess } from '@vitrine/platform/bus/subscription.ts';
import type { Clock } from '@vitrine/platform/clock.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { openBucketPacks } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import type { LocalObjectStore, NetworkObjectStore } from '@vitrine/platform/objects/port.ts';
import type { DownloadClients } from './clients.ts';
import type { DownloadDatabase } from './download-repository.ts';
import { createDiskSource } from './engine/disk-source.ts';
import { createRangedSource } from './engine/ranged-source.ts';
import type { PartReading } from './engine/ranged/read-part.ts';
import { createSlabPool } from './engine/slab-pool.ts';
import { forgetDownloads } from './forget-downloads/forget-downloads.ts';
import { askGrant } from './grant.ts';
import { createGrantPatrol } from './grant-patrol.ts';
import { createOpenDownload } from './opened-downloads.ts';
import { type DownloadObserver, unobserved } from './observe-downloads.ts';
import { createProgressNotes } from './progress-notes.ts';
import { writeProgress } from './send-download/progress.ts';
import { downloadRoutes } from './routes.ts';
import { type RunningLimits, createRunningDownloads } from './running-downloads.ts';
import { askTogether } from './shared-questions.ts';
import { whenAccountFeaturesChanged } from './when-account-features-changed/when-account-features-changed.ts';
import { whenAssetChanged } from './when-asset-changed/when-asset-changed.ts';
import { whenAssetDeleted } from './when-asset-deleted/when-asset-deleted.ts';
import { whenGuestEnded } from './when-guest-ended/when-guest-ended.ts';
import { whenShareAssetsRemoved } from './when-share-assets-removed/when-share-assets-removed.ts';
import { whenShareClosed } from './when-share-closed/when-share-closed.ts';
import { whenUserDisabled } from './when-user-disabled/when-user-disabled.ts';

/** What download stands on. */
export interface DownloadDeps {
  readonly database: DownloadDatabase;
  readonly clients: DownloadClients;
  /** Read straight, whether it has files or addresses. */
  readonly objects:
    | Pick<LocalObjectStore, 'pathOf' | 'packs'>
    | Pick<NetworkObjectStore, 'signedRead' | 'get' | 'stat' | 'list'>;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: RunningLimits;
  readonly observer?: DownloadObserver;
  /** How long a reader may stand still before the download is ended. */
  readonly noProgressMs?: number;
  /** How long a store may send nothing, and after what pauses it is asked again. */
  readonly storeLimits?: Partial<Pick<PartReading, 'stallMs' | 'retryDelaysMs'>>;
}

/** Large slabs of the process, of 1 MiB each: some 30 fast readers at a time. */
const LARGE_SLABS_MAX = 64;
const NO_PROGRESS_MS = 60_000;

/** All that download does: what it answers, what it reacts to, what it does by itself. */
export const createDownloadService = (deps: DownloadDeps) => {
  const { database, clients, log, noProgressMs = NO_PROGRESS_MS, observer = unobserved } = deps;
  const running = createRunningDownloads(deps.limits);
  const { source, packs } = sourceOf(deps, observer);
  const patrol = createGrantPatrol({ running, log });
  const notes = createProgressNotes({ running, log, write: (sending) => writeProgress(database, sending) });
  const routes = downloadRoutes({
    ...deps,
    observer,
    noProgressMs,
    running,
    source,
    ...rightsIn(clients, log),
    openDownload: createOpenDownload(database.repositories.downloads.entriesOf),
    pool: createSlabPool({ mostLarge: LARGE_SLABS_MAX }),
  });
  return {
    routes,
    // What runs is in the memory of the process that sends it: each has to hear everything.
    subscriptions: [
      subscribeEachProcess('download.when-asset-changed', whenAssetChanged(running)),
      subscribeEachProcess('download.when-asset-deleted', whenAssetDeleted(running)),
      subscribeEachProcess('download.when-share-closed', whenShareClosed(running)),
      subscribeEachProcess('download.when-share-assets-removed', whenShareAssetsRemoved(running)),
      subscribeEachProcess('download.when-guest-ended', whenGuestEnded(running)),
      subscribeEachProcess('download.when-user-disabled', whenUserDisabled(running)),
      subscribeEachProcess('download.when-account-features-changed', whenAccountFeaturesChanged(running)),
    ],
    jobs: [{ name: 'download.forget-downloads', seconds: 3_600, run: forgetDownloads(database) }],
    workers: [
      patrol,
      notes,
      ...(packs === null ? [] : [packs]),
      { start: () => undefined, stop: () => running.drain(0).then(() => source.close()) },
    ],
    /** Takes no more downloads, waits so long for those that run, and resets the rest. */
    drain: running.drain,
    /** Resolves when no download runs, and what became of each is written down. */
    idle: running.whenEmpty,
    /** How many answers with bytes are going on. */
    runningCount: () => running.all().length,
  };
};

const rightsIn = (clients: DownloadClients, log: Log) => {
  const now = () => performance.now();
  const asking = askGrant(clients, log);
  return { now, askGrant: asking, askAgain: askTogether(asking, now) };
};

const sourceOf = ({ objects, log, storeLimits }: DownloadDeps, observer: DownloadObserver) => {
  if ('pathOf' in objects) return { source: createDiskSource(objects), packs: null };
  const packs = openBucketPacks(objects, { log });
  const onRetry = (error: unknown): void => {
    observer.storeResumed();
    log.warn({ err: error }, 'the object store is asked again');
  };
  return { source: createRangedSource({ ...objects, ...storeLimits, onRetry, packs }), packs };
};
