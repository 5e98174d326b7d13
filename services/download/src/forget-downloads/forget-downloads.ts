import type { DownloadDatabase } from '../download-repository.ts';

/** How long the state of a download can still be asked for after its ticket opens nothing any more. */
const KEPT_DAYS = 7;

/** Removes what is long over: its entries are large, and its story is in the events. */
export const forgetDownloads =
  (database: Pick<DownloadDatabase, 'repositories'>) => async (): Promise<void> => {
    await database.repositories.downloads.removeOlderThan(KEPT_DAYS);
  };
