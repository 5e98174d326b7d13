import { closeSync, constants, fstatSync, openSync, readSync, readvSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { inPack, runHead } from './read-runs.ts';
import type { BatchAnswer, ReadBatch } from './small-object-readers.ts';

type Part = { objectByteSize: number; offset: number; length: number; position: number };

/** A pack could not be read: what it holds are copies. */
class PackFailure extends Error {
  readonly pack: string;
  constructor(pack: string, cause: unknown) {
    super(`A pack could not be read: ${String(cause)}`);
    this.pack = pack;
  }
}

/** Reads batches straight into shared slabs, and remembers nothing from one to the next. */
const readBatch = ({ into, paths, numbers }: ReadBatch): void => {
  const bytes = new Uint8Array(into);
  const packs = new Map<string, number>();
  let at = 0;
  try {
    for (const path of paths.split('\0')) {
      const [objectByteSize = 0, offset = 0] = [numbers[at], numbers[at + 1]];
      const end = at + runHead + 2 * (numbers[at + 2] ?? 0);
      const pieces = numbers.subarray(at + runHead, end);
      const [length = 0, position = 0] = pieces;
      if (objectByteSize === inPack) readFromPack(path, packs, piecesIn(into, pieces), offset);
      else readPart(path, bytes, { objectByteSize, offset, length, position });
      at = end;
    }
  } finally {
    for (const descriptor of packs.values()) closeSync(descriptor);
  }
};

const piecesIn = (into: SharedArrayBuffer, pieces: Float64Array): Uint8Array[] =>
  Array.from(
    { length: pieces.length / 2 },
    (_, index) => new Uint8Array(into, pieces[2 * index + 1], pieces[2 * index]),
  );

/** A pack stays open for the batch: what is not asked for in its order is many runs. */
const readFromPack = (
  path: string,
  packs: Map<string, number>,
  pieces: readonly Uint8Array[],
  offset: number,
): void => {
  try {
    const descriptor = packs.get(path) ?? openSync(path, constants.O_RDONLY);
    packs.set(path, descriptor);
    const expected = pieces.reduce((sum, { length }) => sum + length, 0);
    assertSize(readvSync(descriptor, pieces, offset), expected);
  } catch (error) {
    throw new PackFailure(path, error);
  }
};

const readPart = (path: string, into: Uint8Array, part: Part): void => {
  const { objectByteSize, offset, length, position } = part;
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    const end = position + length;
    const endsObject = offset + length === objectByteSize && end < into.length;
    if (!endsObject) assertSize(fstatSync(descriptor).size, objectByteSize);
    // One byte more is asked for than there should be, which tells an object that is too long for less than a stat.
    // Its place belongs to a header, which is there already.
    const behind = into[end] ?? 0;
    const byteSize = readSync(descriptor, into, position, endsObject ? length + 1 : length, offset);
    if (endsObject) into[end] = behind;
    assertSize(byteSize, length);
  } finally {
    closeSync(descriptor);
  }
};

const assertSize = (byteSize: number, expected: number): void => {
  if (byteSize !== expected)
    throw new Error(`${byteSize} bytes of an object are not the ${expected} expected.`);
};

const answerTo = (batch: ReadBatch): BatchAnswer => {
  try {
    readBatch(batch);
    return { id: batch.id };
  } catch (error) {
    if (error instanceof PackFailure) return { id: batch.id, failure: error.message, pack: error.pack };
    return { id: batch.id, failure: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', (batch: ReadBatch) => parentPort?.postMessage(answerTo(batch)));
