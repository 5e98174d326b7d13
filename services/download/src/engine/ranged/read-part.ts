import { setTimeout as pause } from 'node:timers/promises';
import { ObjectChanged, ObjectMissing, type SignedRead } from '@vitrine/platform/objects/port.ts';
import type { ObjectPart } from '../source.ts';
import type { Connections } from './connections.ts';
import { readRange } from './read-range.ts';
import type { Tags } from './tags.ts';

/** How parts are read, the same for all downloads of a process. */
export type PartReading = {
  signedRead: (objectKey: string) => SignedRead;
  connections: Connections;
  /** How long a store may send nothing before it is asked again. */
  stallMs: number;
  /** The pauses between the attempts at one part. */
  retryDelaysMs: readonly number[];
  onLatency: (latencyMs: number) => void;
  /** An attempt failed, and another follows. */
  onRetry: (error: unknown) => void;
};

/**
 * Reads a part to its place. What breaks off or stalls goes on from where it stopped, on another connection; the rest
 * has to be of the same object.
 */
export const readPart = async (
  reading: PartReading,
  part: ObjectPart,
  { into, tags, signal }: { into: Uint8Array; tags: Tags; signal: AbortSignal },
): Promise<void> => {
  const { objectKey, objectByteSize, offset, length, position } = part;
  let [done, tag] = [0, undefined as string | undefined];
  await withRetries(reading, signal, async () => {
    if (done === length) return;
    const askedAt = performance.now();
    await readRange(
      { objectKey, objectByteSize, offset: offset + done, length: length - done },
      {
        ...reading,
        signed: reading.signedRead(objectKey),
        signal,
        knownTag: () => tag ?? tags.of(objectKey),
        onAnswer: (answered) => {
          reading.onLatency(performance.now() - askedAt);
          tag = answered;
          if (length < objectByteSize) tags.keep(objectKey, answered);
        },
        onBytes: (bytes) => {
          into.set(bytes, position + done);
          done += bytes.length;
        },
      },
    );
  });
};

const withRetries = async (
  { retryDelaysMs, connections, onRetry }: PartReading,
  signal: AbortSignal,
  attempt: () => Promise<void>,
): Promise<void> => {
  for (const delayMs of retryDelaysMs) {
    signal.throwIfAborted();
    try {
      await attempt();
      return;
    } catch (error) {
      if (isFinal(error) || signal.aborted) throw error;
      onRetry(error);
    }
    connections.dropIdle();
    await pause(delayMs, undefined, { signal });
  }
  await attempt();
};

const isFinal = (error: unknown): boolean => error instanceof ObjectMissing || error instanceof ObjectChanged;
