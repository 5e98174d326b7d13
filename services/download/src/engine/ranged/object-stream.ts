import type { ObjectPart } from '../source.ts';
import type { Exchange } from './exchange.ts';
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
  const places = createPlaces();
  let next = offset;
  let hasFailed = false;
  const ended = readSteadily(
    reading,
    { objectKey, objectByteSize, offset, length: end - offset },
    {
      tags,
      signal: AbortSignal.any([signal, closing.signal]),
      onAnswer: places.comeFrom,
      room: places.room,
      onBytes: places.filled,
    },
  ).catch((error: unknown) => {
    hasFailed = true;
    places.fail(error instanceof Error ? error : new Error('An object could not be read.', { cause: error }));
  });
  return {
    isAt: (part) =>
      !hasFailed &&
      part.objectKey === objectKey &&
      part.objectByteSize === objectByteSize &&
      part.offset === next &&
      part.offset + part.length <= end,
    fill: ({ length, position }, into) => {
      next += length;
      return places.want(into.subarray(position, position + length));
    },
    close: async () => {
      closing.abort();
      await ended;
    },
  };
};

type Place = { into: Uint8Array; resolve: () => void; reject: (why: Error) => void };

/** Where the bytes of an answer go, one after the other. While there is no place, the answer is held back. */
const createPlaces = () => {
  const places: Place[] = [];
  let exchange: Exchange | undefined;
  return {
    comeFrom: (opened: Exchange): void => {
      exchange = opened;
    },
    room: (): Uint8Array | null => places[0]?.into ?? null,
    filled: (byteSize: number): void => {
      const [place] = places;
      if (place === undefined) return;
      place.into = place.into.subarray(byteSize);
      if (place.into.length === 0) places.shift()?.resolve();
    },
    want: (into: Uint8Array): Promise<void> =>
      new Promise((resolve, reject) => {
        places.push({ into, resolve, reject });
        exchange?.resume();
      }),
    fail: (why: Error): void => {
      for (const { reject } of places.splice(0)) reject(why);
    },
  };
};
