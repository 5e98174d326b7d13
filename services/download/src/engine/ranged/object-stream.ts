import type { IncomingMessage } from 'node:http';
import type { ObjectPart } from '../source.ts';
import { type PartReading, readSteadily } from './read-part.ts';
import type { Tags } from './tags.ts';

/** A long stretch of an object in one answer, which part after part is filled from. */
export type ObjectStream = {
  /** Whether a part is what comes next. */
  isAt: (part: ObjectPart) => boolean;
  fill: (part: ObjectPart, into: Uint8Array) => Promise<void>;
  /** Settles when nothing of it comes any more. */
  close: () => Promise<void>;
};

type Wanted = { into: Uint8Array; left: number; position: number; settle: (failure?: unknown) => void };

// So that a store whose reader went away in between is soon rid of it.
const longestByteSize = 64 * 1024 * 1024;

/** Begins to read where the part begins. What nobody wants yet stays in the socket. */
export const openObjectStream = (
  reading: PartReading,
  first: ObjectPart,
  { tags, signal }: { tags: Tags; signal: AbortSignal },
): ObjectStream => {
  const { objectKey, objectByteSize, offset } = first;
  const end = Math.min(first.until, offset + longestByteSize);
  const closing = new AbortController();
  const wanted: Wanted[] = [];
  let next = offset;
  let held: Uint8Array = new Uint8Array(0);
  let answer: IncomingMessage | undefined;
  let failure: unknown;

  const handOut = (): void => {
    for (let [to] = wanted; to !== undefined && held.length > 0; [to] = wanted) {
      const bytes = held.subarray(0, to.left);
      to.into.set(bytes, to.position);
      to.position += bytes.length;
      to.left -= bytes.length;
      held = held.subarray(bytes.length);
      if (to.left === 0) wanted.shift()?.settle();
    }
    if (wanted.length > 0) answer?.resume();
    else answer?.pause();
  };
  const ended = readSteadily(
    reading,
    { objectKey, objectByteSize, offset, length: end - offset },
    {
      tags,
      signal: AbortSignal.any([signal, closing.signal]),
      onAnswer: (opened) => (answer = opened),
      onBytes: (bytes) => {
        held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
        handOut();
      },
    },
  ).catch((error: unknown) => {
    failure = error;
    wanted.splice(0).forEach(({ settle }) => settle(error));
  });
  return {
    isAt: (part) =>
      failure === undefined &&
      part.objectKey === objectKey &&
      part.objectByteSize === objectByteSize &&
      part.offset === next &&
      part.offset + part.length <= end,
    fill: ({ length, position }, into) =>
      new Promise((resolve, reject) => {
        next += length;
        const settle = (why?: unknown): void => (why === undefined ? resolve() : reject(why as Error));
        wanted.push({ into, left: length, position, settle });
        handOut();
      }),
    close: async () => {
      closing.abort();
      await ended;
    },
  };
};
