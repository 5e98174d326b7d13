import type { NetworkObjectStore } from '@vitrine/platform/objects/port.ts';
import { type PackRun, type SmallObjectPacks, noPacks, packRunsOf } from './pack-runs.ts';
import { allUnlessOneFails } from './ranged/all-unless-one-fails.ts';
import { createConnections } from './ranged/connections.ts';
import { createObjectStreams } from './ranged/object-streams.ts';
import { createPackReader } from './ranged/pack-reader.ts';
import { type PartReading, readPart } from './ranged/read-part.ts';
import { createScratches } from './ranged/scratches.ts';
import { createStreamPlaces } from './ranged/stream-places.ts';
import { createTags } from './ranged/tags.ts';
import { createWindow, movingAverage, widthFor } from './ranged/window.ts';
import type { ObjectPart, ObjectReader, ObjectSource } from './source.ts';

export type RangedSource = ObjectSource & { close: () => Promise<void> };
type RangedOptions = Pick<NetworkObjectStore, 'signedRead'> &
  Partial<Pick<PartReading, 'stallMs' | 'retryDelaysMs' | 'onRetry'>> & {
    /** The pauses for a download that has begun. */
    readonly laterDelaysMs?: readonly number[];
    readonly packs?: SmallObjectPacks;
  };

const mostConnections = 256;
const mostStreams = mostConnections / 2;
const likelyLatencyMs = 10;

/**
 * Objects of a store behind HTTP. A small object is one GET, and as many are under way as the latency of the store asks
 * for. A large one is one long GET, whose bytes go on from slab to slab, and the next ones are asked for before their
 * turn; to a slow reader it comes in one GET for each slab, so that nothing of the store is held while he takes his time.
 * Small ones that follow each other in a pack are one GET together. Half of the connections are for long GETs, since these
 * may wait for their readers and the others must not wait for them.
 */
export const createRangedSource = ({
  signedRead,
  stallMs = 5_000,
  // Who has nothing yet is told soon; who is in the middle is worth waiting for: a store that is started again is back.
  retryDelaysMs = [50, 250, 1_000],
  laterDelaysMs = [...retryDelaysMs, 2_000, 4_000, 4_000],
  onRetry = () => undefined,
  packs = noPacks,
}: RangedOptions): RangedSource => {
  const connections = createConnections({ most: mostConnections });
  const ofAllDownloads = createWindow(() => mostConnections - mostStreams);
  const places = createStreamPlaces({ most: mostStreams, mostWithAhead: mostStreams / 2 });
  const latency = movingAverage(likelyLatencyMs);
  const scratches = createScratches();
  const common = { signedRead, connections, stallMs, onRetry, onLatency: latency.add };

  const openReader = (): ObjectReader => {
    const tags = createTags();
    const state = { partByteSize: 0, isBegun: false };
    const reading: PartReading = {
      ...common,
      get retryDelaysMs() {
        return state.isBegun ? laterDelaysMs : retryDelaysMs;
      },
    };
    const width = () => widthFor({ latencyMs: latency.value(), partByteSize: state.partByteSize });
    const own = createWindow(width);
    const streams = createObjectStreams(reading, { tags, places });
    const inTurn = (read: () => Promise<void>) => own.run(() => ofAllDownloads.run(read));
    const fromPacks = createPackReader({ reading, streams, tags, packs, scratches, inTurn });
    return {
      fill: (parts, into, signal) => {
        const works = worksOf(parts, packs);
        state.partByteSize = byteSizeOf(parts) / works.length;
        const fillOne = (part: ObjectPart, stopping: AbortSignal): Promise<void> =>
          streams.fill(part, into, signal) ??
          inTurn(() => readPart(reading, part, { into, tags, signal: stopping }));
        const fill = (work: Work, stopping: AbortSignal): Promise<void> =>
          isRun(work) ? fromPacks.fill(work, { into, signal, stopping }, fillOne) : fillOne(work, stopping);
        const [only, another] = works;
        const isOne = only !== undefined && another === undefined;
        const filling = isOne ? fill(only, signal) : allUnlessOneFails(signal, works, fill);
        return streams.whileFilling(filling.then(() => void (state.isBegun = true)));
      },
      askAhead: streams.askAhead,
      close: streams.close,
    };
  };
  return { openReader, close: async () => connections.close() };
};

const byteSizeOf = (parts: readonly ObjectPart[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

type Work = PackRun | ObjectPart;

const isRun = (work: Work): work is PackRun => 'pack' in work;

/** A slab holds fewer than these. */
const partsPerRun = 100_000;

/** What is asked for by itself: what follows each other in a pack, and any other object as it is. */
const worksOf = (parts: readonly ObjectPart[], packs: SmallObjectPacks): Work[] => {
  const { runs, others } = packRunsOf(parts, packs, partsPerRun);
  return [...runs.flatMap((run): Work[] => (run.parts.length > 1 ? [run] : run.parts)), ...others];
};
