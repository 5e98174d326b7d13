import { once } from 'node:events';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';

import { footageByteSize, rawFootage } from './footage.ts';
import { makeSamples } from './make-samples.ts';
import type { Sample } from './sample.ts';

const samples = makeSamples();
const countOf = (test: (sample: Sample) => boolean): number => samples.filter(test).length;
const bytesOf = async (fileName: string): Promise<Buffer> => {
  const found = makeSamples().find((sample) => sample.fileName === fileName);
  if (typeof found?.content !== 'function') throw new Error(`${fileName} is not made at once`);
  return found.content();
};

test('when the demo is made, then each domain has its share of files and each file its own name', () => {
  const count = (domain: Sample['domain']): number => countOf((sample) => sample.domain === domain);
  expect([count('Brand'), count('Campaigns'), count('Press'), count('Studio')]).toEqual([26, 22, 12, 2]);
  expect(new Set(samples.map((sample) => sample.fileName)).size).toBe(samples.length);
});

test('when the demo is made, then some files may not be taken or shared', () => {
  expect(countOf((sample) => sample.availability === 'unavailable')).toBe(3);
  expect(countOf((sample) => (sample.expiresInDays ?? 0) < 0)).toBe(3);
  expect(countOf((sample) => sample.expiresInDays === 1)).toBe(2);
  expect(countOf((sample) => !sample.shareable)).toBe(4);
});

test('when a picture is drawn twice, then its bytes are the same', async () => {
  const name = 'acme_ss27_still-arch_4x5.jpg';
  expect((await bytesOf(name)).equals(await bytesOf(name))).toBe(true);
});

test.each([
  ['acme_ss27_mountains-dawn_16x9_print.jpg', 'jpeg', 3280],
  ['acme_logo_wordmark_transparent.png', 'png', 1800],
  ['acme_logo_wordmark_colour.svg', 'svg', 1600],
  ['acme_press_bud-vase.tif', 'tiff', 672],
  ['acme_aw26_blue-hour_4x5.avif', 'heif', 576],
  ['acme_pattern_sign_wrapping.gif', 'gif', 540],
  ['acme_aw26_forest-ridges.webp', 'webp', 1080],
])('when %s is drawn, then it is %s of %d pixels', async (fileName, format, width) => {
  expect(await sharp(await bytesOf(fileName)).metadata()).toMatchObject({ format, width });
});

test.each([
  'acme_brand-guideline_ed4.pdf',
  'acme_press-release_slow-light_en.pdf',
  'acme_price-list_2027.pdf',
])('when %s is written, then it is a PDF', async (fileName) => {
  expect((await bytesOf(fileName)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('when the sound is made, then its header tells its true length', async () => {
  const sound = await bytesOf('acme_sonic-logo_long.wav');
  expect(sound.readUInt32LE(4)).toBe(sound.length - 8);
  expect(sound.readUInt32LE(40)).toBe(sound.length - 44);
});

test('when the footage is read, then it has exactly 100 MB', async () => {
  const footage = rawFootage();
  expect(footage).toBeInstanceOf(Readable);
  let byteSize = 0;
  footage.on('data', (block: Buffer) => (byteSize += block.length));
  await once(footage, 'end');
  expect([byteSize, footageByteSize]).toEqual([100_000_000, 100_000_000]);
});
