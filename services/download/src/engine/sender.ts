import type { ServerResponse } from 'node:http';
import { createLoader } from './load-slab.ts';
import { receiverOf } from './receiver.ts';
import { SendFailure } from './send-failure.ts';
import { createSlabLane } from './slab-lane.ts';
import type { SlabLane } from './slab-lane.ts';
import { paceAfter, startingPace } from './slab-pace.ts';
import type { SlabPool } from './slab-pool.ts';
import type { ObjectSource } from './source.ts';
import type { VirtualFile } from './virtual-file.ts';

export type SendRange = {
  response: ServerResponse;
  file: VirtualFile;
  from: number;
  to: number;
  source: ObjectSource;
  pool: SlabPool;
  signal: AbortSignal;
  /** How long a write may stand still. */
  noProgressMs?: number;
  /** How long a slab may take its reader, who takes a byte now and then: it is held that long. */
  slowestWriteMs?: number;
  onBytes?: (byteSize: number) => void;
  /** Asked before the first byte of each entry in the range is put into a slab; a rejection ends the download. */
  beforeEntry?: (entryIndex: number) => Promise<void> | undefined;
};

// A reader that takes a byte now and then makes progress, and still must not hold a slab for ever.
const slowestWriteInNoProgressTimes = 10;

/**
 * Writes the bytes `from` to `to` (exclusive) of a file to a response whose headers are set but not yet sent,
 * and leaves it to the caller to end it. Rejects with a SendFailure, never ends the response then, and settles
 * only when slabs and descriptors are back: who aborts and is in a hurry resets the socket at once.
 */
export const sendRange = async (request: SendRange): Promise<void> => {
  const { response, source, pool, signal, noProgressMs = 60_000 } = request;
  const { slowestWriteMs = slowestWriteInNoProgressTimes * noProgressMs } = request;
  assertRange(request);
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const stop = (why: unknown): void => stopping.abort(why); // The first reason stands.
  const abort = (): void => stop(new SendFailure('aborted', signal.reason));
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  const receiver = receiverOf({ response, noProgressMs, slowestWriteMs, stopped, stop });
  const reader = source.openReader();
  const lane = createSlabLane(pool, createLoader({ ...request, reader, signal: stopped }));
  let sentByteSize = 0;
  try {
    const write = async (bytes: Buffer): Promise<void> => {
      await pool.turns.wait(bytes.length);
      await receiver.write(bytes);
    };
    await pump(lane, write, (byteSize) => {
      sentByteSize += byteSize;
      request.onBytes?.(byteSize);
    });
  } catch (error) {
    stop(error);
    throw asFailure(stopped.reason, sentByteSize);
  } finally {
    signal.removeEventListener('abort', abort);
    receiver.release();
    await lane.clear();
    await reader.close();
  }
};

const pump = async (
  lane: SlabLane,
  write: (bytes: Buffer) => Promise<void>,
  onBytes: (byteSize: number) => void,
): Promise<void> => {
  let pace = startingPace;
  const timedWrite = async (bytes: Buffer): Promise<void> => {
    const startedAt = performance.now();
    await write(bytes);
    pace = paceAfter(pace, bytes.length, performance.now() - startedAt);
  };
  for (;;) {
    lane.fillUp({ isLarge: pace.isFast });
    const byteSize = await lane.writeFirst(timedWrite);
    if (byteSize === 0) return;
    onBytes(byteSize);
  }
};

const asFailure = (reason: unknown, byteSize: number): SendFailure => {
  const failure = reason instanceof SendFailure ? reason : new SendFailure('source', reason);
  failure.byteSize = byteSize;
  return failure;
};

const assertRange = ({ file, from, to }: SendRange): void => {
  const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to;
  if (!isRange || to > file.byteSize) throw new RangeError(`There are no bytes ${from} to ${to}.`);
};
