import {
  DownloadAbortedV1,
  DownloadCompletedV1,
  DownloadPreparedV1,
  DownloadStartedV1,
  type ABORTED_BY,
  type DOWNLOAD_PURPOSES,
  type DOWNLOAD_STATES,
} from '@vitrine/contracts';
import { type NewEvent, newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { type ByteRange, addRange, byteSizeOf } from './byte-ranges.ts';
import type { Plan } from './plan.ts';
import type { Taker } from './taker.ts';

/** A planned download: everything but its entries, which never change. */
export interface Download {
  readonly id: string;
  readonly version: number;
  readonly ticketHash: string;
  readonly kind: Plan['kind'];
  /** What is played is not told as a download. */
  readonly purpose: (typeof DOWNLOAD_PURPOSES)[number];
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly etag: string;
  readonly entryCount: number;
  readonly taker: Taker;
  readonly accountId: string | null;
  readonly shareId: string | null;
  readonly invitationId: string | null;
  readonly state: 'prepared' | 'running' | 'completed' | 'aborted';
  readonly sentRanges: readonly ByteRange[];
  /** Who ended it, while it is aborted. */
  readonly abortedBy: AbortedBy | null;
  /** When a process last said that it is sending it. */
  readonly sendingAt: Date | null;
  readonly createdAt: Date;
  readonly startBy: Date;
  readonly startedAt: Date | null;
  readonly resumableUntil: Date;
}

/** Through what an asset is taken: a domain, or a share as its owner or as a guest. */
export type Passage = Pick<Download, 'accountId' | 'shareId' | 'invitationId'>;
export type AbortedBy = (typeof ABORTED_BY)[number];
/** How far a download is. */
export type Progress = Pick<Download, 'id' | 'state' | 'sentRanges' | 'sendingAt'>;

interface Change {
  readonly download: Download;
  readonly events: NewEvent[];
}

const START_WITHIN_MS = 15 * 60_000;
const RESUMABLE_FOR_MS = 24 * 3_600_000;
/** Who sends says so every two seconds. */
const SILENT_FOR_MS = 15_000;

export const prepareDownload = (
  plan: Plan,
  who: Passage & Pick<Download, 'id' | 'ticketHash' | 'taker' | 'purpose'>,
  now: Date,
): Change => {
  const { entries, manifest, excluded: _, ...planned } = plan;
  const download: Download = {
    ...planned,
    ...who,
    version: 1,
    entryCount: entries.length + (manifest === null ? 0 : 1),
    state: 'prepared',
    sentRanges: [],
    abortedBy: null,
    sendingAt: null,
    createdAt: now,
    startBy: new Date(now.getTime() + START_WITHIN_MS),
    startedAt: null,
    resumableUntil: new Date(now.getTime() + RESUMABLE_FOR_MS),
  };
  const assetIds = entries.map(({ assetId }) => assetId);
  return { download, events: tell(DownloadPreparedV1, download, assetIds) };
};

/** Whether its ticket still opens it: it was started in time and is not too old to go on. */
export const isOpenAt = (download: Download, now: Date): boolean =>
  now <= download.resumableUntil && (download.startedAt !== null || now <= download.startBy);

/**
 * What became of it so far. One that nobody sends any more is aborted, also where nobody said so: its process died, or
 * its reader asked for a part and has not come back.
 */
export const stateAt = (
  download: Download,
  now: Date,
): { state: (typeof DOWNLOAD_STATES)[number]; abortedBy: AbortedBy | null } => {
  const { state, abortedBy, sendingAt, startedAt } = download;
  if (state === 'completed') return { state, abortedBy: null };
  if (!isOpenAt(download, now)) return { state: 'expired', abortedBy };
  const heardOf = sendingAt ?? startedAt ?? now;
  if (state === 'running' && now.getTime() - heardOf.getTime() > SILENT_FOR_MS)
    return { state: 'aborted', abortedBy: null };
  return { state, abortedBy };
};

/** Its bytes are asked for. Only the first time is told; to go on is not to start. */
export const startDownload = (download: Download, assetIds: readonly string[], now: Date): Change => {
  if (download.state === 'completed') return { download, events: [] };
  const running: Download = { ...download, state: 'running', abortedBy: null, sendingAt: now };
  if (download.startedAt !== null) return { download: running, events: [] };
  const started: Download = { ...running, version: download.version + 1, startedAt: now };
  return { download: started, events: tell(DownloadStartedV1, started, assetIds) };
};

/** Notes how far the requests for its bytes are. */
export const recordProgress = <Noted extends Progress>(
  download: Noted,
  sent: readonly ByteRange[],
  now: Date,
): Noted =>
  download.state === 'running'
    ? { ...download, sentRanges: sent.reduce(addRange, download.sentRanges), sendingAt: now }
    : download;

/** What became of one request for its bytes. `abortedBy` is null where the request got all that it asked for. */
export interface Outcome {
  readonly sent: ByteRange;
  readonly abortedBy: AbortedBy | null;
  /** Whether other requests of the same download go on meanwhile. */
  readonly othersRun: boolean;
}

/** Counts what was handed over. It is complete when every byte was, however many requests that took. */
export const recordOutcome = (
  download: Download,
  assetIds: readonly string[],
  { sent, abortedBy, othersRun }: Outcome,
): Change => {
  if (download.state === 'completed') return { download, events: [] };
  const sentRanges = addRange(download.sentRanges, sent);
  const bytesSent = byteSizeOf(sentRanges);
  const counted: Download = { ...download, sentRanges };
  if (bytesSent === download.byteSize && abortedBy === null) {
    const completed: Download = { ...counted, version: download.version + 1, state: 'completed' };
    return { download: completed, events: tell(DownloadCompletedV1, completed, assetIds) };
  }
  if (abortedBy === null || othersRun) return { download: counted, events: [] };
  const aborted: Download = { ...counted, version: download.version + 1, state: 'aborted', abortedBy };
  return { download: aborted, events: tellAborted(aborted, assetIds, { abortedBy, bytesSent }) };
};

const factsOf = (download: Download, assetIds: readonly string[]) => ({
  downloadId: download.id,
  version: download.version,
  kind: download.kind,
  fileName: download.fileName,
  byteSize: download.byteSize,
  entryCount: download.entryCount,
  assetIds: [...assetIds],
  shareId: download.shareId,
  invitationId: download.invitationId,
  userId: download.taker.kind === 'user' ? download.taker.userId : null,
  accountId: download.accountId,
  actorName: download.taker.name,
});

const tell = (
  definition: typeof DownloadPreparedV1 | typeof DownloadStartedV1 | typeof DownloadCompletedV1,
  download: Download,
  assetIds: readonly string[],
): NewEvent[] =>
  onlyOfTaking(
    download,
    newEvent<typeof DownloadPreparedV1 | typeof DownloadStartedV1 | typeof DownloadCompletedV1>(definition, {
      subject: download.id,
      data: factsOf(download, assetIds),
    }),
  );

const tellAborted = (
  download: Download,
  assetIds: readonly string[],
  end: { readonly abortedBy: AbortedBy; readonly bytesSent: number },
): NewEvent[] => {
  const data = { ...factsOf(download, assetIds), ...end };
  return onlyOfTaking(download, newEvent(DownloadAbortedV1, { subject: download.id, data }));
};

/** Who looks at a picture is not told of either. */
const onlyOfTaking = ({ purpose }: Download, event: NewEvent): NewEvent[] =>
  purpose === 'play' ? [] : [event];
