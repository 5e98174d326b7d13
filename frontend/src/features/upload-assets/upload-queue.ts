import { ApiError, codeOf } from '../../shared/api/api-error.ts';
import { endSessionHere, queryClient } from '../../shared/api/query-client.ts';
import { ASSETS_KEY } from '../../shared/assets/assets-key.ts';
import { untilPortalIsThere } from '../../shared/connection/connection.ts';
import { untilSignedIn } from '../../shared/session/ended-session.ts';
import { createStore, useStore } from '../../shared/state/store.ts';
import { sendFile } from './send-file.ts';
import {
  added,
  changed,
  nextOf,
  restMsAfter,
  retried,
  retriedAll,
  triedInVain,
  unfinishedOf,
  without,
} from './uploads.ts';
import type { Upload } from './uploads.ts';

const store = createStore<Upload[]>([]);
const cancels = new Map<string, AbortController>();
let isResting = false;

/** The uploads of this visit, whatever page is open. */
export function useUploads(): Upload[] {
  return useStore(store);
}

export function enqueueUploads(files: readonly File[], domainId: string): void {
  store.change((uploads) => added(uploads, files, domainId));
  startNext();
}

export function retryUpload(id: string): void {
  store.change((uploads) => retried(uploads, id));
  startNext();
}

export function retryFailedUploads(): void {
  store.change(retriedAll);
  startNext();
}

/** Stops all that is not done yet. @returns these, for whoever did not mean it */
export function cancelUploads(): Upload[] {
  const cancelled = unfinishedOf(store.get());
  const ids = new Set(cancelled.map(({ id }) => id));
  for (const id of ids) cancels.get(id)?.abort();
  store.change((uploads) => uploads.filter(({ id }) => !ids.has(id)));
  return cancelled;
}

/** Stops it if it is running, and forgets it. */
export function cancelUpload(id: string): void {
  cancels.get(id)?.abort();
  store.change((uploads) => without(uploads, id));
  startNext();
}

export function forgetUploads(): void {
  for (const { id } of store.get()) cancelUpload(id);
}

/** What was cancelled, in the place of nothing: each goes on as the upload it was. */
export function enqueueAgain(cancelled: readonly Upload[]): void {
  store.change((uploads) => cancelled.reduce((all, { id }) => retried(all, id), [...uploads, ...cancelled]));
  startNext();
}

function startNext(): void {
  if (isResting) return;
  for (const upload of nextOf(store.get())) void send(upload);
}

/** What ended in vain without a fault of the file would end so for the next ones too: all wait until the portal answers. */
async function rest(tries: number): Promise<void> {
  if (isResting) return;
  isResting = true;
  await new Promise((resolve) => {
    setTimeout(resolve, restMsAfter(tries));
  });
  await untilPortalIsThere();
  await untilSignedIn();
  isResting = false;
  startNext();
}

async function send(upload: Upload): Promise<void> {
  const { id, file, domainId, key } = upload;
  const change = (part: Partial<Upload>) => store.change((uploads) => changed(uploads, id, part));
  const cancel = new AbortController();
  cancels.set(id, cancel);
  change({ state: 'sending', isInterrupted: false });
  try {
    const onProgress = (sentBytes: number) => change({ sentBytes, isInterrupted: false });
    const onInterrupted = () => change({ isInterrupted: true });
    const assetId = await sendFile({ file, domainId, key, onProgress, onInterrupted, signal: cancel.signal });
    change({ state: 'done', sentBytes: file.size, isInterrupted: false, assetId });
    await queryClient.invalidateQueries({ queryKey: [...ASSETS_KEY, domainId] });
  } catch (error) {
    if (codeOf(error) === 'not-signed-in') endSessionHere();
    const outcome = triedInVain(upload, codeOf(error));
    change({ ...outcome, byteSizeMax: byteSizeMaxIn(error) });
    if (outcome.state === 'waiting' && !cancel.signal.aborted) void rest(upload.tries + 1);
  } finally {
    cancels.delete(id);
    startNext();
  }
}

function byteSizeMaxIn(error: unknown): number | null {
  const told = error instanceof ApiError ? error.details['byteSizeMax'] : null;
  return typeof told === 'number' ? told : null;
}
