import { Readable } from 'node:stream';

export const footageByteSize = 100_000_000;

const blockByteSize = 1_000_000;

/** Something large that does not compress, made while it is read. The same bytes every time. */
export const rawFootage = (): Readable => Readable.from(blocks(), { objectMode: false });

function* blocks(): Generator<Buffer> {
  let state = 0x9e3779b9;
  for (let made = 0; made < footageByteSize; made += blockByteSize) {
    const words = new Uint32Array(blockByteSize / 4);
    for (let index = 0; index < words.length; index++) {
      // xorshift32, by George Marsaglia.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      words[index] = state;
    }
    yield Buffer.from(words.buffer);
  }
}
