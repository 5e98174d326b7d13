import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { ContentDiffers, type ExpectedContent } from './port.ts';

/** Holds a stream against what is known of it beforehand: it fails at its end where it is something else. */
export const checkContent = (key: string, expected: ExpectedContent): Transform => {
  const { byteSize, sha256 } = expected;
  const hash = sha256 === undefined ? null : createHash('sha256');
  let passed = 0;
  const failure = (): ContentDiffers | null => {
    if (byteSize !== undefined && passed !== byteSize) return new ContentDiffers(key, 'size');
    if (hash !== null && hash.digest('hex') !== sha256?.toLowerCase())
      return new ContentDiffers(key, 'checksum');
    return null;
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      passed += chunk.length;
      hash?.update(chunk);
      if (byteSize !== undefined && passed > byteSize) done(new ContentDiffers(key, 'size'));
      else done(null, chunk);
    },
    flush: (done) => done(failure()),
  });
};
