import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ByteRange } from './byte-ranges.ts';
import type { AbortedBy } from './download.ts';
import type { KeptGrant } from './kept-grant.ts';
import { createLingeringDownloads } from './lingering-downloads.ts';

/** What a running download is about: whatever of it is revoked ends it. */
export interface RunningFacts {
  readonly downloadId: string;
  readonly sessionId: string;
  readonly accountId: string | null;
  readonly shareId: string | null;
  readonly invitationId: string | null;
  readonly userId: string | null;
  readonly assetIds: ReadonlySet<string>;
}

/** Why the server ends one. */
export type EndReason = Exclude<AbortedBy, 'reader'>;

export interface RunningDownload extends RunningFacts {
  /** Fired with an {@link EndReason}. */
  readonly signal: AbortSignal;
  /** Ends it now: what the socket still holds is not sent any more. */
  readonly end: (reason: EndReason) => void;
  /** Counts what was handed over of the range that is being sent. */
  sent: ByteRange;
  grant: KeptGrant | null;
  /** No more of it is sent, and what became of it is being written down. */
  isOver: boolean;
  /** To be called when all of it is over and written down. */
  readonly leave: () => void;
}

export interface RunningLimits {
  readonly perSession: number;
  readonly perProcess: number;
}

/** The downloads whose bytes this process is sending. */
export type RunningDownloads = ReturnType<typeof createRunningDownloads>;

/** A person may well take fifty files at once by a download manager; what they take they share among themselves. */
export const RUNNING_LIMITS: RunningLimits = { perSession: 64, perProcess: 500 };
const RETRY_AFTER_SECONDS = 5;

export const createRunningDownloads = (limits: RunningLimits = RUNNING_LIMITS) => {
  const running = new Set<RunningDownload>();
  const lingering = createLingeringDownloads<RunningFacts>();
  const all = () => [...running];
  let isDraining = false;
  const waiting: (() => void)[] = [];

  const assertRoom = (sessionId: string): void => {
    if (isDraining) throw new AppError('temporarily-unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    const ofSession = all().filter((each) => each.sessionId === sessionId).length;
    if (ofSession >= limits.perSession || running.size >= limits.perProcess)
      throw new AppError('too-many-requests', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  };
  const whenEmpty = (): Promise<void> =>
    new Promise((resolve) => {
      if (running.size === 0) resolve();
      else waiting.push(resolve);
    });
  return {
    all,
    /** Resolves when none runs. */
    whenEmpty,
    /** @throws AppError `too-many-requests`, and `temporarily-unavailable` from the beginning of a drain on. */
    enter: (facts: RunningFacts, cut: () => void): RunningDownload => {
      assertRoom(facts.sessionId);
      const download = runningDownload(facts, cut, () => {
        running.delete(download);
        if (running.size === 0) for (const tell of waiting.splice(0)) tell();
      });
      running.add(download);
      return download;
    },
    /** Keeps hold of one whose bytes were all handed over, while the kernel may still be sending them. */
    linger: lingering.add,
    /** Ends those that something was revoked of. */
    revoke: (concerns: (download: RunningFacts) => boolean): void => {
      lingering.revoke(concerns);
      for (const download of all()) if (concerns(download)) download.end('revocation');
    },
    /** Takes no more, waits so long for those that run, and ends the rest. */
    drain: async (graceMs: number): Promise<void> => {
      isDraining = true;
      const deadline = setTimeout(() => {
        for (const download of all()) download.end('shutdown');
      }, graceMs);
      await whenEmpty();
      clearTimeout(deadline);
    },
  };
};

const runningDownload = (facts: RunningFacts, cut: () => void, leave: () => void): RunningDownload => {
  const ending = new AbortController();
  return {
    ...facts,
    signal: ending.signal,
    end: (reason) => {
      if (ending.signal.aborted) return;
      ending.abort(reason);
      cut();
    },
    sent: [0, 0],
    grant: null,
    isOver: false,
    leave,
  };
};
