import type { Actor, ErrorCode } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { AS_DOWNLOAD, type DownloadClients } from './clients.ts';
import type { Download } from './download.ts';
import { guestAgain, userAgain } from './taker.ts';

type Granted = Pick<Download, 'taker' | 'shareId'>;

/** What the right comes with: how many downloads a guest of the share may begin; null for as many as they like. */
interface Terms {
  readonly downloadsMax: number | null;
}

/** Asks whether some assets of a download may be taken now. */
export type AskGrant = (download: Granted, assetIds: readonly string[]) => Promise<Terms>;

/** By these codes the owner of the right says no. Any other failure says nothing of the right. */
const DENIALS: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'not-signed-in',
  'link-not-valid',
  'shares-not-enabled',
]);

/**
 * The one place that establishes the right to bytes, asked at each request for them and again while they are sent.
 * @throws AppError `not-downloadable` where one of the assets may not be taken, `temporarily-unavailable` where that
 * cannot be told
 */
export const askGrant =
  (clients: DownloadClients, log: Log): AskGrant =>
  async (download, assetIds) => {
    const terms = await asking(log, () =>
      download.shareId === null
        ? mayTakeFromDomains(clients, download, assetIds)
        : mayTakeFromShare(clients, download, download.shareId, assetIds),
    );
    if (terms === null) throw new AppError('not-downloadable');
    return terms;
  };

const asking = async (log: Log, ask: () => Promise<Terms | null>): Promise<Terms | null> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && DENIALS.has(error.code)) return null;
    log.warn({ err: error }, 'the right to a download could not be asked for');
    throw new AppError('temporarily-unavailable', {}, { cause: error });
  }
};

const mayTakeFromDomains = async (
  { asset, identity }: DownloadClients,
  { taker }: Granted,
  assetIds: readonly string[],
): Promise<Terms | null> => {
  if (taker.kind !== 'user') return null;
  const [profile, files] = await Promise.all([
    identity.profile({ userId: taker.userId }, AS_DOWNLOAD),
    asset.files({ assetIds: [...assetIds] }, AS_DOWNLOAD),
  ]);
  const domainIds = new Set(profile.domains.map(({ id }) => id));
  const takeable = files.assetId.filter((_, place) => {
    const domainId = files.domainId[place];
    return files.reason[place] === null && domainId !== undefined && domainIds.has(domainId);
  });
  const isGranted = holdsAll(takeable, assetIds);
  return isGranted ? { downloadsMax: null } : null;
};

const mayTakeFromShare = async (
  clients: DownloadClients,
  { taker }: Granted,
  shareId: string,
  assetIds: readonly string[],
): Promise<Terms | null> => {
  const actor: Actor =
    taker.kind === 'guest'
      ? guestAgain(taker)
      : userAgain(await clients.identity.profile({ userId: taker.userId }, AS_DOWNLOAD), taker.sessionId);
  const request = { shareId, assetIds: [...assetIds] };
  const [takeable, files] = await Promise.all([
    clients.share.takeable(request, { context: { actor } }),
    // What a share heard of an asset may be a moment old: asset itself is asked too.
    clients.asset.files({ assetIds: [...assetIds] }, AS_DOWNLOAD),
  ]);
  const shareable = files.assetId.filter(
    (_, place) => files.reason[place] === null && files.shareable[place],
  );
  const isGranted = holdsAll(takeable.assetIds, assetIds) && holdsAll(shareable, assetIds);
  return isGranted ? { downloadsMax: takeable.downloadsMax } : null;
};

const holdsAll = (held: readonly string[], wanted: readonly string[]): boolean => {
  const all = new Set(held);
  return wanted.every((id) => all.has(id));
};
