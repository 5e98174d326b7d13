import { codeOf } from '../../shared/api/api-error.ts';
import { queryClient } from '../../shared/api/query-client.ts';
import { ASSETS_KEY } from '../../shared/assets/assets-key.ts';
import { createStore, useStore } from '../../shared/state/store.ts';
import { sendFile } from './send-file.ts';
import { added, changed, nextOf, retried, without } from './uploads.ts';
import type { Upload } from './uploads.ts';

const store = createStore<Upload[]>([]);
const cancels = new Map<string, AbortController>();

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

/** Stops it if it is running, and forgets it. */
export function cancelUpload(id: string): void {
  cancels.get(id)?.abort();
  store.change((uploads) => without(uploads, id));
  startNext();
}

export function forgetUploads(): void {
  for (const { id } of store.get()) cancelUpload(id);
}

function startNext(): void {
  for (const upload of nextOf(store.get())) void send(upload);
}

async function send({ id, file, domainId }: Upload): Promise<void> {
  const change = (part: Partial<Upload>) => store.change((uploads) => changed(uploads, id, part));
  const cancel = new AbortController();
  cancels.set(id, cancel);
  change({ state: 'sending' });
  try {
    const onProgress = (sentBytes: number) => change({ sentBytes, isInterrupted: false });
    const onInterrupted = () => change({ isInterrupted: true });
    const assetId = await sendFile({ file, domainId, onProgress, onInterrupted, signal: cancel.signal });
    change({ state: 'done', sentBytes: file.size, assetId });
    await queryClient.invalidateQueries({ queryKey: [...ASSETS_KEY, domainId] });
  } catch (error) {
    change({ state: 'failed', code: codeOf(error) });
  } finally {
    cancels.delete(id);
    startNext();
  }
}
