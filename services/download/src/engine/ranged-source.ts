import type { NetworkObjectStore } from '@vitrine/platform/objects/port.ts';
import { allUnlessOneFails } from './ranged/all-unless-one-fails.ts';
import { createConnections } from './ranged/connections.ts';
import { type ObjectStream, openObjectStream } from './ranged/object-stream.ts';
import { type PartReading, readPart } from './ranged/read-part.ts';
import { createTags } from './ranged/tags.ts';
import { createWindow, movingAverage, widthFor } from './ranged/window.ts';
import { largeSlabByteSize } from './slab-pool.ts';
import type { ObjectPart, ObjectReader, ObjectSource } from './source.ts';

export type RangedSource = ObjectSource & { close: () => Promise<void> };
type RangedOptions = Pick<NetworkObjectStore, 'signedRead'> &
  Partial<Pick<PartReading, 'stallMs' | 'retryDelaysMs' | 'onRetry'>>;

const mostConnections = 256;
const likelyLatencyMs = 10;

/**
 * Objects of a store behind HTTP. A small object is one GET, and as many are under way as the latency of the store asks
 * for. A large one is one long GET for a fast reader, whose bytes go on from slab to slab; to a slow one it comes in one
 * GET for each slab, so that nothing of the store is held while it takes its time. Nothing is asked for without a slab.
 */
export const createRangedSource = ({
  signedRead,
  stallMs = 5_000,
  retryDelaysMs = [50, 250, 1_000],
  onRetry = () => undefined,
}: RangedOptions): RangedSource => {
  const connections = createConnections({ most: mostConnections });
  const ofAllDownloads = createWindow(() => mostConnections);
  const latency = movingAverage(likelyLatencyMs);
  const reading = { signedRead, connections, stallMs, retryDelaysMs, onRetry, onLatency: latency.add };

  const openReader = (): ObjectReader => {
    const tags = createTags();
    let partByteSize = 0;
    const own = createWindow(() => widthFor({ latencyMs: latency.value(), partByteSize }));
    const streams = new Set<ObjectStream>();
    const streamFor = (part: ObjectPart, into: Uint8Array, signal: AbortSignal): ObjectStream | undefined => {
      const open = [...streams].find((stream) => stream.isAt(part));
      if (open !== undefined || !isWorthStream(part, into)) return open;
      // Two slabs are filled at a time, and a large object begins a slab: the one before the last is done.
      for (const done of [...streams].slice(0, -1)) void closeStream(done);
      const stream = openObjectStream(reading, part, { tags, signal });
      streams.add(stream);
      return stream;
    };
    const closeStream = async (stream: ObjectStream): Promise<void> => {
      await stream.close();
      streams.delete(stream);
    };
    return {
      fill: (parts, into, signal) => {
        partByteSize = parts.reduce((sum, { length }) => sum + length, 0) / parts.length;
        return allUnlessOneFails(signal, parts, (part, stopping) => {
          const stream = streamFor(part, into, signal);
          if (stream !== undefined) return stream.fill(part, into);
          const read = () => readPart(reading, part, { into, tags, signal: stopping });
          return own.run(() => ofAllDownloads.run(read));
        });
      },
      close: async () => {
        await Promise.all(Array.from(streams, closeStream));
      },
    };
  };
  return { openReader, close: async () => connections.close() };
};

const isWorthStream = (part: ObjectPart, into: Uint8Array): boolean =>
  into.length >= largeSlabByteSize && part.until - part.offset > part.length;
