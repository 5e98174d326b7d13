import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { BatchAnswer, ReadBatch } from './small-object-readers.ts';

type Part = { objectByteSize: number; offset: number; length: number; position: number };

/** Reads batches straight into shared slabs, and remembers nothing from one to the next. */
const readBatch = ({ into, paths, numbers }: ReadBatch): void => {
  const bytes = new Uint8Array(into);
  paths.forEach((path, index) => {
    const [objectByteSize = 0, offset = 0, length = 0, position = 0] = numbers.subarray(4 * index);
    readPart(path, bytes, { objectByteSize, offset, length, position });
  });
};

const readPart = (path: string, into: Uint8Array, part: Part): void => {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size !== part.objectByteSize) {
      throw new Error(`An object of ${part.objectByteSize} bytes was expected and one of ${size} is there.`);
    }
    const byteSize = readSync(descriptor, into, part.position, part.length, part.offset);
    if (byteSize !== part.length) {
      throw new Error(`${byteSize} bytes came where ${part.length} were asked for.`);
    }
  } finally {
    closeSync(descriptor);
  }
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
