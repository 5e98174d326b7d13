import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { BatchAnswer, ReadBatch } from './small-object-readers.ts';

type Part = { objectByteSize: number; offset: number; length: number; position: number };

/** Reads batches straight into shared slabs, and remembers nothing from one to the next. */
const readBatch = ({ into, paths, numbers }: ReadBatch): void => {
  const bytes = new Uint8Array(into);
  let at = 0;
  for (const path of paths.split('\0')) {
    const [objectByteSize = 0, offset = 0] = [numbers[at], numbers[at + 1]];
    const [length = 0, position = 0] = [numbers[at + 2], numbers[at + 3]];
    readPart(path, bytes, { objectByteSize, offset, length, position });
    at += 4;
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
    return { id: batch.id, failure: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', (batch: ReadBatch) => parentPort?.postMessage(answerTo(batch)));
