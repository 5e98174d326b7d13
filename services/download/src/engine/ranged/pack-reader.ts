import { ObjectChanged, ObjectMissing } from '@vitrine/platform/objects/port.ts';
import type { PackRun, SmallObjectPacks } from '../pack-runs.ts';
import type { ObjectPart } from '../source.ts';
import { allUnlessOneFails } from './all-unless-one-fails.ts';
import type { ObjectStreams } from './object-streams.ts';
import { type PartReading, readSteadily } from './read-part.ts';
import type { Scratches } from './scratches.ts';
import type { Tags } from './tags.ts';

type Options = {
  reading: PartReading;
  streams: ObjectStreams;
  tags: Tags;
  packs: SmallObjectPacks;
  scratches: Scratches;
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
export const createPackReader = ({ reading, streams, tags, packs, scratches, inTurn }: Options) => {
  let last = { pack: '', end: -1 };

  const stream = (run: PackRun, { into, signal }: Filling): Promise<void> | null => {
    const { pack, packByteSize, offset, length } = run;
    const goesOn = last.pack === pack && last.end === offset;
    last = { pack, end: offset + length };
    if (!goesOn) return null;
    const scratch = scratches.take(length);
    const part = { objectKey: pack, objectByteSize: packByteSize, until: packByteSize, offset, length };
    const filled = streams.fill({ ...part, position: 0 }, scratch, signal);
    if (filled === null) scratches.giveBack(scratch);
    return filled && filled.then(() => spread(scratch, run, into)).finally(() => scratches.giveBack(scratch));
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

const spread = (scratch: Uint8Array, { parts }: PackRun, into: Uint8Array): void => {
  let at = 0;
  for (const { length, position } of parts) {
    into.set(scratch.subarray(at, at + length), position);
    at += length;
  }
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
