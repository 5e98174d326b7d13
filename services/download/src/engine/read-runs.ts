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

/** Bytes of a file that go to a place of the slab's memory. */
type Piece = { path: string; begin: number; length: number; position: number };

/**
 * Pieces that follow each other in a pack become one run, which is read at once, in whatever order the slab wants them;
 * a file is a run of its own. An object whose place has another size is read as a file, and is refused there.
 */
export const runsOf = (
  parts: readonly ObjectPart[],
  byteOffset: number,
  { pathOf, placeOf }: Places,
): ReadRuns => {
  const paths: string[] = [];
  const numbers: number[] = [];
  const packed: Piece[] = [];
  for (const { objectKey, objectByteSize, offset, length, position: within } of parts) {
    const place = placeOf(objectKey);
    const position = within + byteOffset;
    if (place?.byteSize === objectByteSize)
      packed.push({ path: place.path, begin: place.offset + offset, length, position });
    else {
      paths.push(pathOf(objectKey));
      numbers.push(objectByteSize, offset, 1, length, position);
    }
  }
  addPacked(packed.sort(byPlace), paths, numbers);
  return { paths: paths.join('\0'), numbers: new Float64Array(numbers) };
};

const byPlace = (one: Piece, other: Piece): number => {
  if (one.path === other.path) return one.begin - other.begin;
  return one.path < other.path ? -1 : 1;
};

const addPacked = (packed: readonly Piece[], paths: string[], numbers: number[]): void => {
  let run = { path: '', end: -1, pieceCount: 0, head: 0 };
  for (const { path, begin, length, position } of packed) {
    if (run.path !== path || run.end !== begin || run.pieceCount === piecesMax) {
      run = { path, end: begin, pieceCount: 0, head: numbers.length };
      paths.push(path);
      numbers.push(inPack, begin, 0);
    }
    numbers.push(length, position);
    run.end += length;
    run.pieceCount += 1;
    numbers[run.head + 2] = run.pieceCount;
  }
};
