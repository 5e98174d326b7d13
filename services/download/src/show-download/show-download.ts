import type { Actor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type ByteRange, addRange, byteSizeOf } from '../byte-ranges.ts';
import { stateAt } from '../download.ts';
import type { DownloadDatabase } from '../download-repository.ts';
import type { RunningDownloads } from '../running-downloads.ts';
import { isSamePerson } from '../taker.ts';

interface Deps {
  readonly database: Pick<DownloadDatabase, 'repositories'>;
  readonly running: Pick<RunningDownloads, 'all'>;
}

/** How far a download is, for the one who planned it. What runs in this process is counted to the byte. */
export const showDownload =
  ({ database: { repositories }, running }: Deps) =>
  async ({ id }: { id: string }, actor: Actor) => {
    if (actor.kind === 'anonymous') throw new AppError('not-signed-in');
    const download = await repositories.downloads.byId(id);
    if (download === null || !isSamePerson(download.taker, actor)) throw new AppError('not-found');
    const now = await repositories.downloads.now();
    const live = running.all().filter(({ downloadId }) => downloadId === download.id);
    const sent = live.reduce<readonly ByteRange[]>(
      (ranges, each) => addRange(ranges, each.sent),
      download.sentRanges,
    );
    return {
      id: download.id,
      ...(live.length > 0 ? { state: download.state, abortedBy: null } : stateAt(download, now)),
      fileName: download.fileName,
      byteSize: download.byteSize,
      bytesSent: byteSizeOf(sent),
    };
  };
