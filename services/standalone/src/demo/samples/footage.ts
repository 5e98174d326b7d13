import { createCipheriv } from 'node:crypto';
import { Readable } from 'node:stream';

export const footageByteSize = 100_000_000;

const blockByteSize = 1_000_000;

/** Something large that does not compress, made while it is read. The same bytes every time. */
export const rawFootage = (): Readable => Readable.from(blocks(), { objectMode: false });

function* blocks(): Generator<Buffer> {
  // A key stream is noise at the speed of the processor; nobody keeps this key.
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 'footage'), Buffer.alloc(16));
  const zeros = Buffer.alloc(blockByteSize);
  for (let made = 0; made < footageByteSize; made += blockByteSize) yield noise.update(zeros);
}
