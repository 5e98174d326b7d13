import { Worker } from 'node:worker_threads';
import type { SmallObjectPacks } from './pack-runs.ts';
import { type ReadRuns, runsOf } from './read-runs.ts';
import type { ObjectPart } from './source.ts';

export type ReadBatch = ReadRuns & { id: number; into: SharedArrayBuffer };
/** Where a pack could not be read: which. */
export type BatchAnswer = { id: number; failure?: string; pack?: string };

export type SmallObjectReaders = {
  read: (parts: readonly ObjectPart[], into: Uint8Array<SharedArrayBuffer>) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Reader threads for many small files: one message for a whole slab instead of four hops through the thread
 * pool for every file. One is enough for a warm disk, four for a cold one. A thread that dies fails what it
 * was asked and is replaced at the next batch. What cannot be read from a pack is read from the files.
 */
export const createSmallObjectReaders = ({
  count,
  pathOf,
  packs,
}: {
  count: number;
  pathOf: (objectKey: string) => string;
  packs: SmallObjectPacks;
}): SmallObjectReaders => {
  const threads: (ReaderThread | undefined)[] = Array.from({ length: count }, () => undefined);
  let turn = 0;
  const nextThread = (): ReaderThread => {
    turn = (turn + 1) % count;
    const running = threads[turn];
    const thread = running?.isAlive() ? running : startThread();
    threads[turn] = thread;
    return thread;
  };
  return {
    read: async (parts, into) => {
      const { byteOffset, buffer } = into;
      try {
        const runs = runsOf(parts, byteOffset, { pathOf, placeOf: packs.placeOf });
        await nextThread().read(runs, buffer);
      } catch (error) {
        if (!(error instanceof BatchFailure) || error.pack === undefined) throw error;
        packs.distrust(error.pack);
        await nextThread().read(runsOf(parts, byteOffset, { pathOf, placeOf: () => null }), buffer);
      }
    },
    close: async () => {
      await Promise.all(threads.map(async (thread) => thread?.close()));
    },
  };
};

type ReaderThread = {
  read: (runs: ReadRuns, into: SharedArrayBuffer) => Promise<void>;
  isAlive: () => boolean;
  close: () => Promise<void>;
};
type Waiting = { resolve: () => void; reject: (reason: Error) => void };

class BatchFailure extends Error {
  readonly pack: string | undefined;
  constructor(failure: string, pack: string | undefined) {
    super(failure);
    this.pack = pack;
  }
}

const startThread = (): ReaderThread => {
  const worker = new Worker(new URL('./small-object-reader.worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isAlive = true;
  const die = (reason: Error): void => {
    isAlive = false;
    waiting.forEach(({ reject }) => reject(reason));
    waiting.clear();
  };
  // Not at once: a port hands over up to 1,000 messages in one turn of the loop, those among them that were asked for
  // meanwhile. Fast downloads would have the loop for themselves for as long.
  worker.on('message', (answer: BatchAnswer) => setImmediate(settle, waiting, answer, worker));
  worker.on('error', (error) => die(error instanceof Error ? error : new Error('A reader thread failed.')));
  worker.on('exit', () => die(new Error('A reader thread ended.')));
  return {
    isAlive: () => isAlive,
    read: (runs, into) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...runs, id: lastId, into } satisfies ReadBatch);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
};

const settle = (waiting: Map<number, Waiting>, answer: BatchAnswer, worker: Worker): void => {
  const { id, failure, pack } = answer;
  const batch = waiting.get(id);
  waiting.delete(id);
  // A thread that nobody waits for keeps no process alive.
  if (waiting.size === 0) worker.unref();
  if (failure === undefined) batch?.resolve();
  else batch?.reject(new BatchFailure(failure, pack));
};
