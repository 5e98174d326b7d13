import type { ObjectPart, ObjectStretch } from '../source.ts';
import type { Exchange } from './exchange.ts';
import { type PartReading, readSteadily } from './read-part.ts';
import type { Tags } from './tags.ts';

/** A long stretch of an object in one answer, which part after part is filled from. */
export type ObjectStream = {
  /** Whether a part is what comes next. */
  isAt: (part: ObjectStretch) => boolean;
  fill: (part: ObjectPart, into: Uint8Array) => Promise<void>;
  /** Settles when nothing of it comes any more. */
  close: () => Promise<void>;
};

type Opening = { tags: Tags; signal: AbortSignal; onEnd: () => void };

/** Begins to read where the stretch begins. What nobody wants yet stays in the socket. */
export const openObjectStream = (
  reading: PartReading,
  { objectKey, objectByteSize, offset, until }: ObjectStretch,
  { tags, signal, onEnd }: Opening,
): ObjectStream => {
  const closing = openUnder(signal);
  const places = createPlaces();
  let [next, hasFailed] = [offset, false];
  const ended = readSteadily(
    reading,
    { objectKey, objectByteSize, offset, length: until - offset },
    {
      tags,
      signal: closing.signal,
      onAnswer: (exchange, tag) => {
        tags.keep(objectKey, tag); // The rest may be read in parts.
        places.comeFrom(exchange);
      },
      room: places.room,
      onBytes: places.filled,
    },
  )
    .catch((error: unknown) => {
      hasFailed = true;
      places.fail(
        error instanceof Error ? error : new Error('An object could not be read.', { cause: error }),
      );
    })
    .finally(() => {
      closing.release();
      onEnd();
    });
  return {
    isAt: (part) =>
      !hasFailed &&
      !closing.signal.aborted &&
      part.objectKey === objectKey &&
      part.objectByteSize === objectByteSize &&
      part.offset === next &&
      part.until <= until,
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

/** Ends with the signal or by itself. */
const openUnder = (signal: AbortSignal) => {
  const own = new AbortController();
  const abort = (): void => own.abort(signal.reason);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  return { signal: own.signal, abort, release: () => signal.removeEventListener('abort', abort) };
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
