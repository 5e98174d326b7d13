// 10,000 parts of it are 160 GB. Parts are of one size because some stores demand it.
const PART_BYTES = 16 * 1024 * 1024;

/** Cuts a stream into parts of one size; the last is what is left. */
export const cutParts = async function* (
  source: AsyncIterable<Buffer>,
  partBytes: number = PART_BYTES,
): AsyncGenerator<Buffer, undefined> {
  let waiting: Buffer[] = [];
  let byteSize = 0;
  for await (const chunk of source) {
    for (let rest = chunk; rest.length > 0;) {
      const piece = rest.subarray(0, partBytes - byteSize);
      rest = rest.subarray(piece.length);
      waiting.push(piece);
      byteSize += piece.length;
      if (byteSize < partBytes) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      byteSize = 0;
    }
  }
  if (byteSize > 0) yield Buffer.concat(waiting);
};

/** The next part, or null after the last. */
export const nextOf = async (parts: AsyncGenerator<Buffer, undefined>): Promise<Buffer | null> =>
  (await parts.next()).value ?? null;

/** The parts taken already, and then the others. */
export const chain = async function* (
  first: readonly Buffer[],
  rest: AsyncGenerator<Buffer, undefined>,
): AsyncGenerator<Buffer, undefined> {
  yield* first;
  yield* rest;
};
