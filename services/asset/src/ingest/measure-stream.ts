import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { giveWay } from '@vitrine/platform/schedule/give-way.ts';

/** All that one pass over the bytes of a file tells. */
export interface StreamFacts {
  byteSize: number;
  sha256: string;
  crc32: number;
  /** The beginning, by which the media type is told. */
  head: Uint8Array;
}

export interface Measuring {
  /** The same bytes, measured as they pass. */
  bytes: AsyncIterable<Buffer>;
  /** When they have passed. */
  facts: () => StreamFacts;
}

/**
 * Measures a stream while somebody else reads it.
 * Fails with the AppErrors `too-large` beyond the limit, and `upload-incomplete` where the source breaks.
 */
export const measureStream = (
  content: Readable,
  limits: { byteSizeMax: number; headByteSize: number },
): Measuring => {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  const seen = { byteSize: 0, crc32: 0, headByteSize: 0 };
  const note = (chunk: Buffer): void => {
    seen.byteSize += chunk.length;
    if (seen.byteSize > limits.byteSizeMax)
      throw new AppError('too-large', { byteSizeMax: limits.byteSizeMax });
    hash.update(chunk);
    seen.crc32 = crc32(chunk, seen.crc32);
    if (seen.headByteSize >= limits.headByteSize) return;
    head.push(chunk.subarray(0, limits.headByteSize - seen.headByteSize));
    seen.headByteSize += head.at(-1)?.length ?? 0;
  };
  return {
    bytes: measured(content, note),
    facts: () => ({
      byteSize: seen.byteSize,
      crc32: seen.crc32,
      sha256: hash.digest('hex'),
      head: Buffer.concat(head),
    }),
  };
};

const measured = async function* (content: Readable, note: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      note(chunk);
      yield chunk;
      // A connection hands over 2 MiB in one turn where it has them: measured at once, everybody else waits for that.
      await giveWay();
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('upload-incomplete', {}, { cause: error });
  }
};
