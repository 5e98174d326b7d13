import type { NetworkObjectStore } from '@vitrine/platform/objects/port.ts';
import { allUnlessOneFails } from './ranged/all-unless-one-fails.ts';
import { createConnections } from './ranged/connections.ts';
import { type PartReading, readPart } from './ranged/read-part.ts';
import { createTags } from './ranged/tags.ts';
import { createWindow, movingAverage, widthFor } from './ranged/window.ts';
import type { ObjectReader, ObjectSource } from './source.ts';

export type RangedSource = ObjectSource & { close: () => Promise<void> };
type RangedOptions = Pick<NetworkObjectStore, 'signedRead'> &
  Partial<Pick<PartReading, 'stallMs' | 'retryDelaysMs' | 'onRetry'>>;

const mostConnections = 256;
const likelyLatencyMs = 10;

/**
 * Objects of a store behind HTTP. Each part of a slab is one GET: a small object whole, of a large one what the slab
 * takes. As many are under way as the latency of the store asks for, each body goes straight to its place, and none is
 * asked for without a slab to put it into.
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
    return {
      fill: (parts, into, signal) => {
        partByteSize = parts.reduce((sum, { length }) => sum + length, 0) / parts.length;
        return allUnlessOneFails(signal, parts, (part, stopping) =>
          own.run(() => ofAllDownloads.run(() => readPart(reading, part, { into, tags, signal: stopping }))),
        );
      },
      close: () => Promise.resolve(), // A part that is over holds nothing.
    };
  };
  return { openReader, close: async () => connections.close() };
};
