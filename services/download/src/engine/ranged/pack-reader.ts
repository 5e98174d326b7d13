import { ObjectChanged, ObjectMissing } from '@vitrine/platform/objects/port.ts';
import type { PackRun, SmallObjectPacks } from '../pack-runs.ts';
import type { ObjectPart } from '../source.ts';
import { allUnlessOneFails } from './all-unless-one-fails.ts';
import type { ObjectStreams } from './object-streams.ts';
import { type PartReading, readPart, readSteadily } from './read-part.ts';
import type { Tags } from './tags.ts';

type Options = {
  reading: PartReading;
  streams: ObjectStreams;
  tags: Tags;
  packs: SmallObjectPacks;
  inTurn: (read: () => Promise<void>) => Promise<void>;
};

type Filling = {
  into: Uint8Array;
  /** Of the download. */
  signal: AbortSignal;
  /** Of this filling. */
  stopping: AbortSignal;
};

/**
 * Reads what lies together in packs, for one download: a run by one GET, and where runs go on from slab to slab, all of
 * them by a long one. What a pack does not give any more is read object by object.
 */
export const createPackReader = ({ reading, streams, tags, packs, inTurn }: Options) => {
  let last = { pack: '', end: -1 };

  const stream = (run: PackRun, { into, signal, stopping }: Filling): Promise<void> | null => {
    const goesOn = last.pack === run.pack && last.end === run.offset;
    last = { pack: run.pack, end: run.offset + run.length };
    if (!goesOn) return null;
    const [first, ...rest] = partsOfPack(run);
    const begun = first === undefined ? null : streams.fill(first, into, signal);
    if (begun === null) return null;
    const read = (part: ObjectPart) => () => readPart(reading, part, { into, tags, signal: stopping });
    return allSettled([begun, ...rest.map((part) => streams.fill(part, into, signal) ?? inTurn(read(part)))]);
  };

  const readAtOnce = ({ pack, packByteSize, offset, length, parts }: PackRun, filling: Filling) => {
    streams.wants(length);
    const wanted = { objectKey: pack, objectByteSize: packByteSize, offset, length };
    const taker = { ...placesOf(parts, filling.into), tags, signal: filling.stopping };
    return inTurn(() => readSteadily(reading, wanted, taker));
  };

  return {
    fill: async (
      run: PackRun,
      filling: Filling,
      fillOne: (part: ObjectPart, stopping: AbortSignal) => Promise<void>,
    ): Promise<void> => {
      try {
        await (stream(run, filling) ?? readAtOnce(run, filling));
      } catch (error) {
        if (!(error instanceof ObjectMissing || error instanceof ObjectChanged)) throw error;
        packs.distrust(run.pack);
        await allUnlessOneFails(filling.stopping, run.parts, fillOne);
      }
    },
  };
};

/** The parts of a run as parts of its pack, of which more may be wanted. */
const partsOfPack = ({ pack, packByteSize, offset, parts }: PackRun): ObjectPart[] => {
  let at = offset;
  return parts.map(({ length, position }) => {
    const part = {
      ...{ objectKey: pack, objectByteSize: packByteSize, until: packByteSize },
      ...{ offset: at, length, position },
    };
    at += length;
    return part;
  });
};

/** Nothing may still be written when this settles. */
const allSettled = async (works: readonly Promise<void>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(works))
    if (outcome.status === 'rejected') throw outcome.reason;
};

/** One place after the other. */
const placesOf = (parts: readonly ObjectPart[], into: Uint8Array) => {
  const next = parts.values();
  let left: Uint8Array = new Uint8Array(0);
  return {
    room: (): Uint8Array | null => {
      while (left.length === 0) {
        const { value } = next.next();
        if (value === undefined) return null;
        left = into.subarray(value.position, value.position + value.length);
      }
      return left;
    },
    onBytes: (byteSize: number): void => {
      left = left.subarray(byteSize);
    },
  };
};
