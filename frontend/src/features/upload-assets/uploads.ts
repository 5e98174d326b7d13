import type { ApiErrorCode } from '../../shared/api/api-error.ts';
import { nextId, randomId } from '../../shared/state/next-id.ts';

export type Upload = {
  id: string;
  domainId: string;
  file: File;
  /** By which the server knows another try of the same upload. */
  key: string;
  /** How often it was tried in vain. */
  tries: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  sentBytes: number;
  /** The connection is lost; it goes on by itself. */
  isInterrupted: boolean;
  /** Why it failed. */
  code: ApiErrorCode | null;
  /** How large a file may be, where this one was larger; null where nobody said. */
  byteSizeMax: number | null;
  /** What it became; null until then. */
  assetId: string | null;
};

/** Those that failed first, as somebody has to see to them; then what goes on; what is done is looked at last. */
type InOrder = { failed: Upload[]; going: Upload[]; done: Upload[] };

/** Several at once keep the line busy; more would only make each of them slower to appear. */
export const UPLOADS_AT_ONCE = 3;

/** So often by itself; then the person decides. */
const TRIES_MAX = 6;
const FIRST_REST_MS = 1_000;
const REST_MAX_MS = 15_000;

/** What passes without anybody doing something about the file. */
const PASSING: ReadonlySet<ApiErrorCode> = new Set([
  'offline',
  'unanswered',
  'temporarily-unavailable',
  'too-many-requests',
  'upload-incomplete',
  'request-in-progress',
  'not-signed-in',
]);

const FINAL: ReadonlySet<ApiErrorCode> = new Set([
  'empty-file',
  'invalid-file-name',
  'too-large',
  'unsupported-media-type',
  'not-allowed',
]);

export function added(uploads: readonly Upload[], files: readonly File[], domainId: string): Upload[] {
  return [...uploads, ...files.map((file) => waiting(file, domainId))];
}

export function changed(uploads: readonly Upload[], id: string, change: Partial<Upload>): Upload[] {
  return uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
}

export function without(uploads: readonly Upload[], id: string): Upload[] {
  return uploads.filter((upload) => upload.id !== id);
}

/** Puts a failed upload back in the queue, from its beginning. */
export function retried(uploads: readonly Upload[], id: string): Upload[] {
  return changed(uploads, id, {
    state: 'waiting',
    sentBytes: 0,
    isInterrupted: false,
    code: null,
    tries: 0,
  });
}

export function retriedAll(uploads: readonly Upload[]): Upload[] {
  return uploads.filter(canRetry).reduce<Upload[]>((all, { id }) => retried(all, id), [...uploads]);
}

export function doesPass(code: ApiErrorCode): boolean {
  return PASSING.has(code);
}

/** What a try in vain makes of an upload: it waits for what passes, and fails for all else. */
export function triedInVain({ tries }: Upload, code: ApiErrorCode): Partial<Upload> {
  if (!doesPass(code) || tries + 1 >= TRIES_MAX) return { state: 'failed', code };
  return { state: 'waiting', sentBytes: 0, isInterrupted: true, tries: tries + 1 };
}

/** How long all uploads rest after a try in vain, longer each time. */
export function restMsAfter(tries: number): number {
  return Math.min(FIRST_REST_MS * 2 ** Math.max(0, tries - 1), REST_MAX_MS);
}

export function inOrder(uploads: readonly Upload[]): InOrder {
  const sending = uploads.filter(({ state }) => state === 'sending');
  const waiting = uploads.filter(({ state }) => state === 'waiting');
  return {
    failed: uploads.filter(({ state }) => state === 'failed'),
    going: [...sending, ...waiting],
    done: uploads.filter(({ state }) => state === 'done'),
  };
}

/** Whether another try can end otherwise: the same file is as empty as it was before. */
export function canRetry({ state, code }: Upload): boolean {
  return state === 'failed' && (code === null || !FINAL.has(code));
}

export function unfinishedOf(uploads: readonly Upload[]): Upload[] {
  return uploads.filter(({ state }) => state === 'waiting' || state === 'sending');
}

/** Those that may start now. */
export function nextOf(uploads: readonly Upload[]): Upload[] {
  const free = UPLOADS_AT_ONCE - uploads.filter(({ state }) => state === 'sending').length;
  return uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free));
}

/** The assets that these uploads became. */
export function assetIdsOf(uploads: readonly Upload[]): string[] {
  return uploads.flatMap(({ assetId }) => assetId ?? []);
}

export type Progress = {
  running: number;
  done: number;
  failed: number;
  /** All that are not done yet wait for the portal. */
  isHeldUp: boolean;
  sentBytes: number;
  totalBytes: number;
};

/** All uploads together. What failed counts neither as sent nor as to be sent. */
export function progressOf(uploads: readonly Upload[]): Progress {
  const counted = uploads.filter(({ state }) => state !== 'failed');
  const sending = counted.filter(({ state }) => state === 'sending');
  return {
    running: counted.filter(({ state }) => state !== 'done').length,
    isHeldUp:
      counted.some(({ isInterrupted }) => isInterrupted) &&
      sending.every(({ isInterrupted }) => isInterrupted),
    done: counted.filter(({ state }) => state === 'done').length,
    failed: uploads.length - counted.length,
    sentBytes: counted.reduce((sum, { sentBytes }) => sum + sentBytes, 0),
    totalBytes: counted.reduce((sum, { file }) => sum + file.size, 0),
  };
}

function waiting(file: File, domainId: string): Upload {
  return {
    id: nextId(),
    domainId,
    file,
    key: randomId(),
    tries: 0,
    state: 'waiting',
    sentBytes: 0,
    isInterrupted: false,
    code: null,
    byteSizeMax: null,
    assetId: null,
  };
}
