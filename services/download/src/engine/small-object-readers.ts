import { Worker } from 'node:worker_threads';
import type { ObjectPart } from './source.ts';

/** Four numbers for each path: size of the object, offset, length, position. */
export type ReadBatch = { id: number; into: SharedArrayBuffer; paths: string; numbers: Float64Array };
export type BatchAnswer = { id: number; failure?: string };

export type SmallObjectReaders = {
  read: (parts: readonly ObjectPart[], into: Uint8Array<SharedArrayBuffer>) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Reader threads for many small files: one message for a whole slab instead of four hops through the thread
 * pool for every file. One is enough for a warm disk, four for a cold one. A thread that dies fails what it
 * was asked and is replaced at the next batch.
 */
export const createSmallObjectReaders = ({
  count,
  pathOf,
}: {
  count: number;
  pathOf: PathOf;
}): SmallObjectReaders => {
  const threads: (ReaderThread | undefined)[] = Array.from({ length: count }, () => undefined);
  let turn = 0;
  return {
    read: (parts, into) => {
      turn = (turn + 1) % count;
      const running = threads[turn];
      const thread = running?.isAlive() ? running : startThread(pathOf);
      threads[turn] = thread;
      return thread.read(parts, into);
    },
    close: async () => {
      await Promise.all(threads.map(async (thread) => thread?.close()));
    },
  };
};

type ReaderThread = SmallObjectReaders & { isAlive: () => boolean };
type Waiting = { resolve: () => void; reject: (reason: Error) => void };

type PathOf = (objectKey: string) => string;

const startThread = (pathOf: PathOf): ReaderThread => {
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
    read: (parts, into) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage(batchOf(lastId, into, parts, pathOf));
      }),
    close: async () => {
      await worker.terminate();
    },
  };
};

const batchOf = (
  id: number,
  into: Uint8Array<SharedArrayBuffer>,
  parts: readonly ObjectPart[],
  pathOf: PathOf,
): ReadBatch => {
  const numbers = new Float64Array(4 * parts.length);
  let paths = '';
  let at = 0;
  for (const { objectKey, objectByteSize, offset, length, position } of parts) {
    paths += (at === 0 ? '' : '\0') + pathOf(objectKey);
    numbers[at] = objectByteSize;
    numbers[at + 1] = offset;
    numbers[at + 2] = length;
    numbers[at + 3] = position + into.byteOffset;
    at += 4;
  }
  return { id, into: into.buffer, paths, numbers };
};

const settle = (waiting: Map<number, Waiting>, { id, failure }: BatchAnswer, worker: Worker): void => {
  const batch = waiting.get(id);
  waiting.delete(id);
  // A thread that nobody waits for keeps no process alive.
  if (waiting.size === 0) worker.unref();
  if (failure === undefined) batch?.resolve();
  else batch?.reject(new Error(failure));
};
