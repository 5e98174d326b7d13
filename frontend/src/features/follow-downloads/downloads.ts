import type { ApiErrorCode } from '../../shared/api/api-error.ts';
import type { TrackedDownload } from '../../shared/downloads/tracked-downloads.ts';

/** How far it is, as the server knows it; `code` where the server could not be asked. */
export type Progress = {
  state: 'prepared' | 'running' | 'completed' | 'aborted' | 'expired';
  abortedBy: 'reader' | 'revocation' | 'source' | 'shutdown' | null;
  bytesSent: number;
  code: ApiErrorCode | null;
};

/** What there is to say of it beside how far it is. */
export type Remark =
  'starting' | 'offline' | 'done' | 'interrupted' | 'taken-away' | 'unreadable' | 'expired';

/** By these the server tells that there is nothing here for this person any more. */
const GONE: ReadonlySet<ApiErrorCode> = new Set(['not-found', 'not-signed-in', 'link-not-valid']);

export function isGone(code: ApiErrorCode): boolean {
  return GONE.has(code);
}

export function remarkOn({ state, abortedBy, code }: Progress): Remark | null {
  if (state === 'completed') return 'done';
  if (code !== null) return isGone(code) ? 'taken-away' : 'offline';
  if (state === 'expired') return 'expired';
  if (state === 'prepared') return 'starting';
  if (state === 'running') return null;
  if (abortedBy === 'revocation') return 'taken-away';
  return abortedBy === 'source' ? 'unreadable' : 'interrupted';
}

/** Whether asking again may give another answer. What was interrupted may be resumed by the browser at any time. */
export function mayChange(progress: Progress): boolean {
  const remark = remarkOn(progress);
  return remark !== 'done' && remark !== 'taken-away' && remark !== 'expired';
}

/** Whether bytes come, or will by themselves. */
export function isUnderWay(progress: Progress): boolean {
  return mayChange(progress) && !canStartAgain(progress);
}

export function canStartAgain(progress: Progress): boolean {
  const remark = remarkOn(progress);
  return remark === 'interrupted' || remark === 'unreadable';
}

/** In percent. A file of no bytes is as far as its state says. */
export function percentOf({ byteSize }: Pick<TrackedDownload, 'byteSize'>, progress: Progress): number {
  if (progress.state === 'completed') return 100;
  return byteSize === 0 ? 0 : (progress.bytesSent / byteSize) * 100;
}
