import { setTimeout as pause } from 'node:timers/promises';
import {
  ObjectChanged,
  ObjectMissing,
  type SignedRead,
  StoreUnavailable,
} from '@vitrine/platform/objects/port.ts';
import type { ObjectPart } from '../source.ts';
import type { Connections, Exchange, Taker } from './exchange.ts';
import { type WantedRange, readRange } from './read-range.ts';
import type { Tags } from './tags.ts';

/** How parts are read, the same for all downloads of a process. */
export type PartReading = {
  signedRead: (objectKey: string) => SignedRead;
  connections: Connections;
  /** How long a store may send nothing before it is asked again. */
  stallMs: number;
  /** The pauses between the attempts that bring nothing. Asked for at each failure: they may grow longer meanwhile. */
  readonly retryDelaysMs: readonly number[];
  onLatency: (latencyMs: number) => void;
  /** An attempt failed, and another follows. */
  onRetry: (error: unknown) => void;
};

/** Reads a part to its place. */
export const readPart = (
  reading: PartReading,
  part: ObjectPart,
  { into, tags, signal }: { into: Uint8Array; tags: Tags; signal: AbortSignal },
): Promise<void> => {
  let left = into.subarray(part.position, part.position + part.length);
  const room = (): Uint8Array | null => (left.length === 0 ? null : left);
  const onBytes = (byteSize: number): void => {
    left = left.subarray(byteSize);
  };
  return readSteadily(reading, part, { tags, signal, room, onBytes });
};

type Steadily = Pick<Taker, 'room' | 'onBytes'> & {
  tags: Tags;
  signal: AbortSignal;
  onAnswer?: (exchange: Exchange, tag: string) => void;
};

/**
 * Writes the bytes of a range to where there is room. What breaks off or stalls goes on from where it stopped, on another connection; the
 * rest has to be of the same object.
 */
export const readSteadily = async (
  reading: PartReading,
  { objectKey, objectByteSize, offset, length }: WantedRange,
  { tags, signal, room, onBytes, onAnswer }: Steadily,
): Promise<void> => {
  let [done, tag] = [0, undefined as string | undefined];
  const attempt = async (): Promise<void> => {
    if (done === length) return;
    const askedAt = performance.now();
    await readRange(
      { objectKey, objectByteSize, offset: offset + done, length: length - done },
      {
        ...reading,
        signed: reading.signedRead(objectKey),
        signal,
        knownTag: () => tag ?? tags.of(objectKey),
        onAnswer: (answered, exchange) => {
          reading.onLatency(performance.now() - askedAt);
          tag = answered;
          if (length < objectByteSize) tags.keep(objectKey, answered);
          onAnswer?.(exchange, answered);
        },
        room,
        onBytes: (byteSize) => {
          done += byteSize;
          onBytes(byteSize);
        },
      },
    );
    // Whatever a connection takes for the end of an answer: nothing is whole before all of it was taken.
    if (done < length) throw new StoreUnavailable('The object store sent less than it said.');
  };
  await withRetries(reading, signal, { attempt, progress: () => done });
};

type Attempts = { attempt: () => Promise<void>; progress: () => number };

/** A store that takes connections and sends nothing has been asked four times by then. The gateway waits for 30 s. */
const NOTHING_MS_MAX = 20_000;

const withRetries = async (
  reading: PartReading,
  signal: AbortSignal,
  { attempt, progress }: Attempts,
): Promise<void> => {
  const { connections, onRetry } = reading;
  let since = performance.now();
  for (let retries = 0, before = progress(); ; retries += 1) {
    signal.throwIfAborted();
    try {
      await attempt();
      return;
    } catch (error) {
      const now = performance.now();
      if (progress() > before) [retries, before, since] = [0, progress(), now];
      const delayMs = reading.retryDelaysMs[retries];
      const isOver = delayMs === undefined || now - since > NOTHING_MS_MAX;
      if (isFinal(error) || signal.aborted || isOver) throw error;
      onRetry(error);
      connections.dropIdle();
      await pause(delayMs, undefined, { signal });
    }
  }
};

const isFinal = (error: unknown): boolean => error instanceof ObjectMissing || error instanceof ObjectChanged;
