import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

import { aWorkbench } from '../testing/rendition-workbench.ts';

const bench = await aWorkbench();
afterAll(bench.close);

const aPicture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#d8552f' } });

test.each(['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif'] as const)(
  'when a %s is larger than all, then it gets thumbnails of 320 and 640 and a preview of 1600 in WebP',
  async (format) => {
    const result = await bench.render(
      await aPicture(2000, 1500).toFormat(format).toBuffer(),
      `image/${format}`,
    );
    expect(result).toMatchObject({
      isRendered: true,
      width: 2000,
      height: 1500,
      thumbnail: { width: 320, height: 240 },
      'large-thumbnail': { width: 640, height: 480 },
      preview: { width: 1600, height: 1200 },
    });
    for (const name of ['thumbnail', 'large-thumbnail', 'preview'] as const)
      expect((await bench.read(result, name).metadata()).format).toBe('webp');
  },
);

test('when a picture is smaller than the preview, then it is never enlarged', async () => {
  const result = await bench.render(await aPicture(200, 400).png().toBuffer(), 'image/png');
  expect(result).toMatchObject({
    thumbnail: { width: 160, height: 320 },
    'large-thumbnail': { width: 200, height: 400 },
    preview: { width: 200, height: 400 },
  });
  const small = await bench.render(await aPicture(320, 200).png().toBuffer(), 'image/png');
  expect(small).toMatchObject({ thumbnail: { width: 320, height: 200 } });
  expect(small).not.toHaveProperty('large-thumbnail');
});

test('when a camera lay on its side, then the picture is upright and tells nothing of the camera', async () => {
  const photo = await aPicture(400, 200)
    .withExif({ IFD0: { Copyright: 'Acme' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const result = await bench.render(photo, 'image/jpeg');
  expect(result).toMatchObject({ width: 200, height: 400, preview: { width: 200, height: 400 } });
  const metadata = await bench.read(result, 'preview').metadata();
  expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation]).toEqual(Array(4).fill(undefined));
});

test('when the picture is in CMYK, then it is drawn in sRGB', async () => {
  const print = await aPicture(100, 100).toColourspace('cmyk').jpeg().toBuffer();
  const metadata = await bench.read(await bench.render(print, 'image/jpeg'), 'preview').metadata();
  expect(metadata).toMatchObject({ space: 'srgb', channels: 3 });
});

test('when a GIF moves, then its first frame is drawn', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const animation = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const result = await bench.render(animation, 'image/gif');
  expect(result).toMatchObject({ width: 60, height: 40, preview: { width: 60, height: 40 } });
  const { dominant } = await bench.read(result, 'preview').stats();
  expect(dominant.r).toBeGreaterThan(200);
});

test('when a JPEG breaks off, then the reason is corrupt and nothing is left behind', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const whole = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer();
  const result = await bench.render(whole.subarray(0, whole.length / 3), 'image/jpeg');
  expect(result).toMatchObject({ isRendered: false, reason: 'corrupt' });
  expect(await readdir(bench.lastOutputFolder())).toEqual([]);
});

test('when the bytes are no picture that can be read, then the reason is unsupported', async () => {
  const result = await bench.render(
    Buffer.from('8BPS nothing that libvips knows'),
    'image/vnd.adobe.photoshop',
  );
  expect(result).toMatchObject({ isRendered: false, reason: 'unsupported' });
});

test('when a PNG of 100 kB unfolds to 30000 x 30000, then it is refused at once', async () => {
  const bomb = aPngBomb(30_000);
  const before = performance.now();
  const result = await bench.render(bomb, 'image/png');
  expect(result).toMatchObject({ isRendered: false, reason: 'too-large' });
  expect(performance.now() - before).toBeLessThan(15_000);
});

test.each([
  ['audio/wav', 'audio'],
  ['application/zip', 'archive'],
  ['text/html', 'text'],
  ['application/octet-stream', 'other'],
] as const)('when the file is %s, then nothing is drawn and nothing failed', async (mediaType, kind) => {
  expect(await bench.render(Buffer.from('x'), mediaType, { kind })).toEqual({ isRendered: true });
});

test('when the work is aborted, then it throws and is no fact about the file', async () => {
  const signal = AbortSignal.abort(new Error('shutting down'));
  const picture = await aPicture(10, 10).png().toBuffer();
  await expect(bench.render(picture, 'image/png', { signal })).rejects.toThrow('shutting down');
});

test('when the source is gone, then it throws', async () => {
  const sourcePath = path.join(bench.folder, 'gone.png');
  await expect(bench.renderFile(sourcePath, 'image/png')).rejects.toThrow('ENOENT');
});

test('when the folder for the pictures is a file, then it throws', async () => {
  const outputFolder = path.join(bench.folder, 'taken');
  await writeFile(outputFolder, '');
  await expect(bench.render(Buffer.from('x'), 'image/png', { outputFolder })).rejects.toThrow('EEXIST');
});

/** One bit a pixel and all of them alike: small on the wire, 900 million pixels when unfolded. */
const aPngBomb = (side: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

const pngChunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};
