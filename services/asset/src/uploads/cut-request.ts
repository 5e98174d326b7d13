import type { IncomingMessage } from 'node:http';
import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** A sender of whom nothing is heard for so long is gone; what came until then is kept. */
const SILENCE_MS = 60_000;

/**
 * Cuts what comes into pieces of one size. Where it breaks off, the last piece is what had come until then, and after
 * it comes the error. @throws AppError `too-large` before the piece that would be too much, `upload-incomplete`
 */
export const cutRequest = async function* (
  request: IncomingMessage,
  { partBytes, byteSizeMax }: { partBytes: number; byteSizeMax: number },
): AsyncGenerator<Buffer, undefined> {
  const waiting = { chunks: [] as Buffer[], byteSize: 0 };
  const silence = setTimeout(() => request.destroy(), SILENCE_MS);
  let seen = 0;
  try {
    // Whoever is refused in the middle still gets to read the answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      silence.refresh();
      seen += chunk.length;
      if (seen > byteSizeMax) throw new AppError('too-large', { byteSizeMax });
      waiting.chunks.push(chunk);
      waiting.byteSize += chunk.length;
      if (waiting.byteSize < partBytes) continue;
      yield taken(waiting);
      // The time in which we stored it is not the sender's.
      silence.refresh();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (waiting.byteSize > 0) yield taken(waiting);
    throw new AppError('upload-incomplete', {}, { cause: error });
  } finally {
    clearTimeout(silence);
  }
  if (waiting.byteSize > 0) yield taken(waiting);
};

const taken = (waiting: { chunks: Buffer[]; byteSize: number }): Buffer => {
  const part = Buffer.concat(waiting.chunks);
  waiting.chunks = [];
  waiting.byteSize = 0;
  return part;
};
