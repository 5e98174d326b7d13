import { createCipheriv } from 'node:crypto';
import { Readable } from 'node:stream';

export const footageByteSize = 100_000_000;

const blockByteSize = 1_000_000;
const stepByteSize = 8_191;

/** Something large that does not compress, made while it is read. The same bytes every time. */
export const rawFootage = (): Readable => Readable.from(blocks(), { objectMode: false });

function* blocks(): Generator<Buffer> {
  // A key stream is noise at the speed of the processor; nobody keeps this key.
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 'footage'), Buffer.alloc(16));
  const noise = cipher.update(Buffer.alloc(2 * blockByteSize));
  // Each block begins elsewhere in the same noise.
  for (let made = 0, start = 0; made < footageByteSize; made += blockByteSize, start += stepByteSize)
    yield noise.subarray(start, start + blockByteSize);
}
