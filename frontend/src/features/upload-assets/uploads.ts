import type { ApiErrorCode } from '../../shared/api/api-error.ts';
import { nextId } from '../../shared/state/next-id.ts';

export type Upload = {
  id: string;
  domainId: string;
  file: File;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  sentBytes: number;
  /** The connection is lost; it goes on by itself. */
  isInterrupted: boolean;
  /** Why it failed. */
  code: ApiErrorCode | null;
  /** What it became; null until then. */
  assetId: string | null;
};

/** Several at once keep the line busy; more would only make each of them slower to appear. */
export const UPLOADS_AT_ONCE = 3;

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
  return changed(uploads, id, { state: 'waiting', sentBytes: 0, isInterrupted: false, code: null });
}

/** Whether another try can end otherwise: the same file is as empty as it was before. */
export function canRetry({ state, code }: Upload): boolean {
  return state === 'failed' && (code === null || !FINAL.has(code));
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
  sentBytes: number;
  totalBytes: number;
};

/** All uploads together. What failed counts neither as sent nor as to be sent. */
export function progressOf(uploads: readonly Upload[]): Progress {
  const counted = uploads.filter(({ state }) => state !== 'failed');
  return {
    running: counted.filter(({ state }) => state !== 'done').length,
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
    state: 'waiting',
    sentBytes: 0,
    isInterrupted: false,
    code: null,
    assetId: null,
  };
}
