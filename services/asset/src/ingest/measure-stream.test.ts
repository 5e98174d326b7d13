import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureStream } from './measure-stream.ts';

const limits = { byteSizeMax: 1_000, headByteSize: 10 };

test('when bytes pass in any pieces, then they are the same and measured as one', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(pieces, async (chunks) => {
      const whole = Buffer.concat(chunks);
      const { bytes, facts } = measureStream(
        Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
        limits,
      );
      expect(await buffer(bytes)).toEqual(whole);
      expect(facts()).toEqual({
        byteSize: whole.length,
        sha256: createHash('sha256').update(whole).digest('hex'),
        crc32: crc32(whole),
        head: whole.subarray(0, 10),
      });
    }),
  );
});

test('when there are more bytes than the limit, then no more of them pass', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(400);
    })(),
  );
  await expect(buffer(measureStream(endless, limits).bytes)).rejects.toMatchObject({ code: 'too-large' });
  expect(endless.destroyed).toBe(true);
});

test('when the source breaks, then the upload is not complete', async () => {
  const broken = new Readable({ read: () => undefined });
  broken.push(Buffer.alloc(10));
  broken.destroy(new Error('reset'));
  await expect(buffer(measureStream(broken, limits).bytes)).rejects.toMatchObject({
    code: 'upload-incomplete',
  });
});

test('when bytes come as fast as they can, then others have a turn after each piece', async () => {
  const pieces = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(10)));
  const order: string[] = [];
  for await (const piece of measureStream(pieces, limits).bytes) {
    order.push(`piece of ${piece.length}`);
    setImmediate(() => order.push('somebody else'));
  }
  expect(order).toEqual(Array.from({ length: 20 }, () => ['piece of 10', 'somebody else']).flat());
});
