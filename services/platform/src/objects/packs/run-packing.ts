import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PackingResult, PackingTask } from './pack-small-objects.ts';

/**
 * Packs small objects in a thread of its own, which ends with it.
 * @throws what the file system says, and where `signal` ends it
 */
export const runPacking = async (task: PackingTask, signal: AbortSignal): Promise<PackingResult> => {
  const worker = new Worker(new URL('./pack-small-objects.worker.ts', import.meta.url), { workerData: task });
  try {
    const [result] = (await once(worker, 'message', { signal })) as [PackingResult];
    return result;
  } finally {
    await worker.terminate();
  }
};
