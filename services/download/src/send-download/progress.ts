import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ByteRange } from '../byte-ranges.ts';
import { type Download, type Outcome, recordOutcome, recordProgress, startDownload } from '../download.ts';
import type { DownloadDatabase } from '../download-repository.ts';
import { demandUnlimited } from '../playing.ts';

type Deps = Pick<DownloadDatabase, 'inTransaction'>;

/**
 * Writes down that bytes were asked for, and tells of the first time, which is what counts as one of a guest's downloads.
 * @throws AppError `download-limit-reached` where the guest began as many as the share allows, and for each request of
 *   one who plays where downloads are limited by now
 */
export const writeStart = async (
  { inTransaction }: Deps,
  { id, state, purpose, invitationId }: Download,
  assetIds: readonly string[],
  downloadsMax: number | null,
): Promise<void> => {
  if (purpose === 'play') demandUnlimited({ invitationId }, downloadsMax);
  if (state === 'running' || state === 'completed') return;
  await inTransaction(async ({ downloads, guestDownloads, outbox }) => {
    const locked = await downloads.locked(id);
    if (locked === null) return;
    const isCounted = locked.startedAt === null && invitationId !== null && purpose === 'download';
    if (isCounted && !(await guestDownloads.begin(invitationId, downloadsMax)))
      throw new AppError('download-limit-reached', { downloadsMax });
    const { download, events } = startDownload(locked, assetIds, await downloads.now());
    await downloads.save(download);
    await outbox.add(events);
  });
};

/**
 * Writes down how far requests for bytes are, so that every process can tell: all together, since what is written for
 * each would be most of what a process does beside readers that stand still. Whose download somebody else is changing
 * has to wait for the next time.
 */
export const writeProgress = async (
  { inTransaction }: Deps,
  requests: readonly { readonly downloadId: string; readonly sent: ByteRange }[],
): Promise<void> => {
  const sentOf = Map.groupBy(requests, ({ downloadId }) => downloadId);
  await inTransaction(async ({ progress, downloads }) => {
    const locked = await progress.lockedAmong([...sentOf.keys()]);
    const now = await downloads.now();
    const rangesOf = (id: string) => (sentOf.get(id) ?? []).map(({ sent }) => sent);
    await progress.save(locked.map((each) => recordProgress(each, rangesOf(each.id), now)));
  });
};

/** Writes down what became of a request for bytes. */
export const writeOutcome = async (
  { inTransaction }: Deps,
  { id }: Download,
  assetIds: readonly string[],
  outcome: Outcome,
): Promise<void> => {
  await inTransaction(async ({ downloads, outbox }) => {
    const locked = await downloads.locked(id);
    if (locked === null) return;
    const { download, events } = recordOutcome(locked, assetIds, outcome);
    await downloads.save(download);
    await outbox.add(events);
  });
};
