import { Worker } from 'node:worker_threads';

export type PathPart = {
  path: string;
  objectByteSize: number;
  offset: number;
  length: number;
  position: number;
};
/** Four numbers for each path: size of the object, offset, length, position. */
export type ReadBatch = { id: number; into: SharedArrayBuffer; paths: string[]; numbers: Float64Array };
export type BatchAnswer = { id: number; failure?: string };

export type SmallObjectReaders = {
  read: (parts: readonly PathPart[], into: SharedArrayBuffer) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Reader threads for many small files: one message for a whole slab instead of four hops through the thread
 * pool for every file. One is enough for a warm disk, four for a cold one. A thread that dies fails what it
 * was asked and is replaced at the next batch.
 */
export const createSmallObjectReaders = ({ count }: { count: number }): SmallObjectReaders => {
  const threads: (ReaderThread | undefined)[] = Array.from({ length: count }, () => undefined);
  let turn = 0;
  return {
    read: (parts, into) => {
      turn = (turn + 1) % count;
      const running = threads[turn];
      const thread = running?.isAlive() ? running : startThread();
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
  worker.on('message', (answer: BatchAnswer) => settle(waiting, answer, worker));
  worker.on('error', (error) => die(error instanceof Error ? error : new Error('A reader thread failed.')));
  worker.on('exit', () => die(new Error('A reader thread ended.')));
  return {
    isAlive: () => isAlive,
    read: (parts, into) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage(batchOf(lastId, into, parts));
      }),
    close: async () => {
      await worker.terminate();
    },
  };
};

// Two arrays, not an array of objects: those cost 3 µs each to copy to another thread, these half of one.
const batchOf = (id: number, into: SharedArrayBuffer, parts: readonly PathPart[]): ReadBatch => ({
  id,
  into,
  paths: parts.map(({ path }) => path),
  numbers: Float64Array.from(
    parts.flatMap(({ objectByteSize, offset, length, position }) => [
      objectByteSize,
      offset,
      length,
      position,
    ]),
  ),
});

const settle = (waiting: Map<number, Waiting>, { id, failure }: BatchAnswer, worker: Worker): void => {
  const batch = waiting.get(id);
  waiting.delete(id);
  // A thread that nobody waits for keeps no process alive.
  if (waiting.size === 0) worker.unref();
  if (failure === undefined) batch?.resolve();
  else batch?.reject(new Error(failure));
};
