import type { ObjectPlace } from '@vitrine/platform/objects/packs/pack-registry.ts';
import type { ObjectPart } from './source.ts';

/** Where copies of small objects lie together. */
export type SmallObjectPacks = {
  placeOf: (objectKey: string) => ObjectPlace | null;
  /** For who could not read a pack. */
  distrust: (pack: string) => void;
};

/** Where nothing is packed. */
export const noPacks: SmallObjectPacks = { placeOf: () => null, distrust: () => undefined };

/** Parts that follow each other in a pack, in its order: `length` bytes of it from `offset` on. */
export type PackRun = Pick<ObjectPlace, 'pack' | 'packByteSize'> & {
  offset: number;
  length: number;
  parts: ObjectPart[];
};

type Placed = { part: ObjectPart; place: ObjectPlace; begin: number };

/**
 * Parts that lie in packs as runs, in whatever order they are wanted; the others as they are. An object whose place has
 * another size is read by itself, and is refused there.
 */
export const packRunsOf = (
  parts: readonly ObjectPart[],
  { placeOf }: Pick<SmallObjectPacks, 'placeOf'>,
  partsMax: number,
): { runs: PackRun[]; others: ObjectPart[] } => {
  const others: ObjectPart[] = [];
  const placed: Placed[] = [];
  for (const part of parts) {
    const place = placeOf(part.objectKey);
    if (place?.byteSize === part.objectByteSize)
      placed.push({ part, place, begin: place.offset + part.offset });
    else others.push(part);
  }
  return { runs: joined(placed.sort(byPlace), partsMax), others };
};

const byPlace = (one: Placed, other: Placed): number => {
  if (one.place.pack === other.place.pack) return one.begin - other.begin;
  return one.place.pack < other.place.pack ? -1 : 1;
};

const joined = (placed: readonly Placed[], partsMax: number): PackRun[] => {
  const runs: PackRun[] = [];
  for (const { part, place, begin } of placed) {
    const { pack, packByteSize } = place;
    let run = runs.at(-1);
    const goesOn = run?.pack === pack && run.offset + run.length === begin && run.parts.length < partsMax;
    if (run === undefined || !goesOn) {
      run = { pack, packByteSize, offset: begin, length: 0, parts: [] };
      runs.push(run);
    }
    run.parts.push(part);
    run.length += part.length;
  }
  return runs;
};
