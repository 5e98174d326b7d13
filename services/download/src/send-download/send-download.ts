import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { announceOwnConnection, keepOwnConnection } from '@vitrine/platform/http/own-connection.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';
import type { Download } from '../download.ts';
import type { DownloadDatabase } from '../download-repository.ts';
import { type RangeDecision, decideRange } from '../engine/range-header.ts';
import { sendRange } from '../engine/sender.ts';
import type { SlabPool } from '../engine/slab-pool.ts';
import type { ObjectSource } from '../engine/source.ts';
import type { AskGrant } from '../grant.ts';
import { firstWindow, keepGrant } from '../kept-grant.ts';
import type { DownloadObserver } from '../observe-downloads.ts';
import type { OpenDownload, OpenedDownload } from '../opened-downloads.ts';
import type { RunningDownload, RunningDownloads } from '../running-downloads.ts';
import type { AskAgain } from '../shared-questions.ts';
import { abortedBy, errorOf } from './ending.ts';
import { findDownload } from './find-download.ts';
import { writeOutcome, writeStart } from './progress.ts';
import { answerNotModified, describe, withdraw } from './representation.ts';

export interface SendDeps {
  readonly database: DownloadDatabase;
  readonly askGrant: AskGrant;
  readonly askAgain: AskAgain;
  /** In ms, of no day: for telling how old a right is. */
  readonly now: () => number;
  readonly openDownload: OpenDownload;
  readonly running: RunningDownloads;
  readonly source: ObjectSource;
  readonly pool: SlabPool;
  readonly log: Log;
  readonly observer: DownloadObserver;
  /** How long a reader may stand still. */
  readonly noProgressMs: number;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}
type Sending = Exchange & { download: Download; opened: OpenedDownload; slot: RunningDownload };

/**
 * Answers a GET or HEAD of a ticket. The right to it is asked at each request, for all that is sent before it is sent:
 * the first bytes of many entries wait for the right to the first of them, and the rest is asked for meanwhile. It runs,
 * and can be revoked, from before the first question on.
 */
export const sendDownload =
  (deps: SendDeps) =>
  async (exchange: Exchange, ticket: string, actor: Actor): Promise<void> => {
    const download = await findDownload(deps.database, ticket, actor);
    const opened = await deps.openDownload(download);
    if (exchange.request.method === 'HEAD') {
      await deps.askGrant(download, opened.assetIds);
      answerWithoutBody(exchange, download, decide(exchange, download));
      return;
    }
    const slot = deps.running.enter(runningFacts(download, opened), () => {
      if (exchange.response.headersSent) resetConnection(exchange.request.socket);
    });
    try {
      await answer(deps, { ...exchange, download, opened, slot });
    } finally {
      slot.leave();
    }
  };

const runningFacts = ({ id, taker, accountId, shareId, invitationId }: Download, opened: OpenedDownload) => ({
  downloadId: id,
  sessionId: taker.sessionId,
  accountId,
  shareId,
  invitationId,
  userId: taker.kind === 'user' ? taker.userId : null,
  assetIds: opened.assetIdSet,
});

const answer = async (deps: SendDeps, sending: Sending): Promise<void> => {
  const { download, opened, slot } = sending;
  const { assetIds } = opened;
  const decision = decide(sending, download);
  const first = 'from' in decision ? opened.file.entryAt(decision.from) : 0;
  const askedAt = deps.now();
  const { downloadsMax } = await deps.askGrant(download, firstWindow(assetIds, first));
  const ask = (some: readonly string[]) => deps.askAgain(download, some);
  slot.grant = keepGrant({ assetIds, first, askedAt, ask, now: deps.now });
  if (decision.status === 200 || decision.status === 206) {
    void endWhereRestIsLost(slot);
    await send(deps, { ...sending, downloadsMax }, decision);
  } else answerWithoutBody(sending, download, decision);
};

/** Ends it as soon as it is known that it cannot be whole, not when the entry is reached that may not be sent. */
const endWhereRestIsLost = async (slot: RunningDownload): Promise<void> => {
  if ((await slot.grant?.askForRest()) === 'lost') slot.end('revocation');
};

const decide = ({ request: { headers } }: Exchange, download: Download): RangeDecision =>
  decideRange(
    {
      range: headers.range,
      ifRange: headers['if-range'] as string | undefined,
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    },
    download,
  );

const answerWithoutBody = ({ response }: Exchange, download: Download, decision: RangeDecision): void => {
  if (decision.status === 416) {
    response.setHeader('Content-Range', decision.contentRange);
    throw new AppError('range-not-satisfiable', { byteSize: download.byteSize });
  }
  if (decision.status === 412) throw new AppError('precondition-failed');
  if (decision.status === 304) {
    answerNotModified(response, download);
    return;
  }
  describe(response, download, decision);
  response.end();
};

const send = async (
  deps: SendDeps,
  sending: Sending & { downloadsMax: number | null },
  answer: Extract<RangeDecision, { status: 200 | 206 }>,
): Promise<void> => {
  const { request, response, download, opened, slot, downloadsMax } = sending;
  await writeStart(deps.database, download, opened.assetIds, downloadsMax);
  describe(response, download, answer);
  announceOwnConnection(request, response);
  const { from, to } = answer;
  slot.sent = [from, from];
  try {
    await sendRange({
      response,
      file: opened.file,
      from,
      to,
      source: opened.sourceIn(deps.source),
      pool: deps.pool,
      signal: slot.signal,
      noProgressMs: deps.noProgressMs,
      // Who takes less than the smallest slab in that time is not waited for either.
      slowestWriteMs: deps.noProgressMs,
      onBytes: (byteSize) => {
        slot.sent = [from, slot.sent[1] + byteSize];
      },
      beforeEntry: (index) => slot.grant?.beforeEntry(index),
    });
    keepOwnConnection(request);
    response.end();
  } catch (failure) {
    await breakOff(deps, sending, failure);
    return;
  }
  deps.running.linger(request.socket, slot);
  await conclude(deps, sending, null);
};

/** Answers an error where nothing was sent; else the connection is reset, which is an error to every client. */
const breakOff = async (deps: SendDeps, sending: Sending, failure: unknown): Promise<void> => {
  const { request, response, download, slot } = sending;
  const by = abortedBy(failure);
  if (response.headersSent) resetConnection(request.socket);
  else withdraw(response, download);
  const facts = { downloadId: download.id, abortedBy: by, byteSize: slot.sent[1] - slot.sent[0] };
  if (by === 'source') deps.log.error({ ...facts, err: failure }, 'download broke off');
  else deps.log.info(facts, 'download broke off');
  await conclude(deps, sending, by);
  const error = response.headersSent ? null : errorOf(by, failure);
  if (error !== null) throw error;
};

const conclude = async (
  deps: SendDeps,
  { download, opened, slot }: Sending,
  by: ReturnType<typeof abortedBy> | null,
): Promise<void> => {
  deps.observer.ended(download.purpose === 'play' ? 'played' : by, slot.sent[1] - slot.sent[0]);
  // Of several that end together, one has to be the last: it tells that the download is over.
  slot.isOver = true;
  const othersRun = deps.running.all().some((each) => !each.isOver && each.downloadId === download.id);
  try {
    await writeOutcome(deps.database, download, opened.assetIds, {
      sent: slot.sent,
      abortedBy: by,
      othersRun,
    });
  } catch (error) {
    // The bytes are with the reader already: only the count of them is lost.
    deps.log.error({ downloadId: download.id, err: error }, 'the outcome of a download was not written down');
  }
};
