import { type ObjectPart, type ObjectStretch, bigObjectByteSize } from '../source.ts';
import { type IdleReader, watchForIdleness } from './idle-reader.ts';
import { type ObjectStream, openObjectStream } from './object-stream.ts';
import type { PartReading } from './read-part.ts';
import type { StreamPlaces } from './stream-places.ts';
import type { Tags } from './tags.ts';

/**
 * The long answers of one download: of the object that is being sent, and of some that come after it. For a reader who
 * takes his time there are none.
 */
export type ObjectStreams = Pick<IdleReader, 'whileFilling' | 'wants'> & {
  /** Fills the part out of such an answer; null where it is to be read by itself. */
  fill: (part: ObjectPart, into: Uint8Array, signal: AbortSignal) => Promise<void> | null;
  askAhead: (next: readonly ObjectStretch[], signal: AbortSignal) => void;
  close: () => Promise<void>;
};

type Streaming = { tags: Tags; places: StreamPlaces };

/** So many objects are asked for before their turn. */
const mostAhead = 4;

export const createObjectStreams = (reading: PartReading, { tags, places }: Streaming): ObjectStreams => {
  const open = new Set<ObjectStream>();
  const next: ObjectStretch[] = [];
  const letGo = async (): Promise<void> => {
    next.length = 0;
    await Promise.all(Array.from(open, (stream) => stream.close()));
  };
  const reader = watchForIdleness(() => void letGo());
  const begin = (stretch: ObjectStretch, signal: AbortSignal, isAhead: boolean): ObjectStream | null => {
    if (reader.isSlow() || !places.take(isAhead)) return null;
    const onEnd = (): void => {
      open.delete(stream);
      places.giveBack();
    };
    const stream = openObjectStream(reading, stretch, { tags, signal, onEnd });
    open.add(stream);
    return stream;
  };
  const beginAhead = (signal: AbortSignal): void => {
    while (open.size <= mostAhead && next[0] !== undefined && !signal.aborted) {
      if (begin(next[0], signal, true) === null) return;
      next.shift();
    }
  };
  const streamFor = (part: ObjectPart, signal: AbortSignal): ObjectStream | null => {
    for (const stream of open) if (stream.isAt(part)) return stream;
    const index = next.findIndex(({ objectKey }) => objectKey === part.objectKey);
    next.splice(0, index + 1); // It is too late for those.
    return part.until - part.offset < bigObjectByteSize ? null : begin(part, signal, false);
  };
  return {
    whileFilling: reader.whileFilling,
    wants: reader.wants,
    fill: (part, into, signal) => {
      reader.wants(part.length);
      const filled = streamFor(part, signal)?.fill(part, into) ?? null;
      beginAhead(signal);
      return filled;
    },
    askAhead: (stretches, signal) => {
      if (!reader.isSlow()) next.push(...stretches);
      beginAhead(signal);
    },
    close: () => {
      reader.close();
      return letGo();
    },
  };
};
