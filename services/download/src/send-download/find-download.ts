import type { Actor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import { type Download, isOpenAt } from '../download.ts';
import type { DownloadDatabase } from '../download-repository.ts';
import { mayHold } from '../taker.ts';

const TICKET = /^[A-Za-z0-9_-]{43}$/;

/**
 * The download that a ticket opens to the one who brings it.
 * @throws AppError `not-found`, also to somebody else; `not-downloadable` when it was not started in time or is too old
 */
export const findDownload = async (
  { repositories: { downloads } }: Pick<DownloadDatabase, 'repositories'>,
  ticket: string,
  actor: Actor,
): Promise<Download> => {
  const download = TICKET.test(ticket) ? await downloads.byTicketHash(hashOfSecret(ticket)) : null;
  if (download === null || !mayHold(download.taker, actor)) throw new AppError('not-found');
  if (!isOpenAt(download, await downloads.now())) throw new AppError('not-downloadable');
  return download;
};
