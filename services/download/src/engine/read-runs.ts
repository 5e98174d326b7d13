import { type SmallObjectPacks, packRunsOf } from './pack-runs.ts';
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
  placeOf: SmallObjectPacks['placeOf'];
};

/** What lies in packs is read at once as far as it follows each other; a file is a run of its own. */
export const runsOf = (
  parts: readonly ObjectPart[],
  byteOffset: number,
  { pathOf, placeOf }: Places,
): ReadRuns => {
  const paths: string[] = [];
  const numbers: number[] = [];
  const { runs, others } = packRunsOf(parts, { placeOf }, piecesMax);
  for (const { objectKey, objectByteSize, offset, length, position } of others) {
    paths.push(pathOf(objectKey));
    numbers.push(objectByteSize, offset, 1, length, position + byteOffset);
  }
  for (const run of runs) {
    paths.push(run.pack);
    numbers.push(inPack, run.offset, run.parts.length);
    for (const { length, position } of run.parts) numbers.push(length, position + byteOffset);
  }
  return { paths: paths.join('\0'), numbers: new Float64Array(numbers) };
};
