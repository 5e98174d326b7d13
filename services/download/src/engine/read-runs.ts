import type { ObjectPlace } from '@vitrine/platform/objects/packs/pack-registry.ts';
import type { ObjectPart } from './source.ts';

/**
 * What a reader thread reads, file after file. For each path: the size of the object whose file it is, or that it is a
 * pack; where to begin; how many pieces follow each other from there; then length and position of each.
 */
export type ReadRuns = { paths: string; numbers: Float64Array };

/** In the place of the size of an object: the file holds many. */
export const inPack = -1;
/** Numbers before the pieces of a run. */
export const runHead = 3;

/** Systems take 1,024 pieces at a time. */
const piecesMax = 1_000;

type Places = {
  pathOf: (objectKey: string) => string;
  placeOf: (objectKey: string) => ObjectPlace | null;
};

/**
 * Parts that follow each other in a pack become one run, which is read at once; any other is a run of its own. An object
 * whose place has another size is read as a file, and is refused there.
 */
export const runsOf = (
  parts: readonly ObjectPart[],
  byteOffset: number,
  { pathOf, placeOf }: Places,
): ReadRuns => {
  const paths: string[] = [];
  const numbers: number[] = [];
  let open = { path: '', end: -1, pieceCount: 0, head: 0 };
  for (const { objectKey, objectByteSize, offset, length, position } of parts) {
    const place = placeOf(objectKey);
    const isPacked = place?.byteSize === objectByteSize;
    const begin = isPacked ? place.offset + offset : offset;
    const goesOn = isPacked && open.path === place.path && open.end === begin;
    if (!goesOn || open.pieceCount === piecesMax) {
      open = {
        path: isPacked ? place.path : pathOf(objectKey),
        end: begin,
        pieceCount: 0,
        head: numbers.length,
      };
      paths.push(open.path);
      numbers.push(isPacked ? inPack : objectByteSize, begin, 0);
    }
    numbers.push(length, position + byteOffset);
    open.end += length;
    open.pieceCount += 1;
    numbers[open.head + 2] = open.pieceCount;
  }
  return { paths: paths.join('\0'), numbers: new Float64Array(numbers) };
};
