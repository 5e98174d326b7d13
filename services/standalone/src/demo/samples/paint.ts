import sharp from 'sharp';
import type { Sharp } from 'sharp';

import { aRandom } from './random.ts';
import { svgOf } from './svg.ts';
import type { Drawing } from './svg.ts';

export type PictureFormat = 'jpg' | 'png' | 'webp' | 'tif' | 'avif' | 'gif';

/** `scale` enlarges the drawing, not its pixels: a picture of 1600 drawn at 3 is 4800 wide and as sharp. */
export const paint = async (drawing: Drawing, format: PictureFormat, scale = 1): Promise<Buffer> => {
  const content = (drawing.backdrop ?? '') + (await softLayer(drawing)) + drawing.content;
  const picture = sharp(Buffer.from(svgOf(drawing, content)), { density: 72 * scale });
  const isTransparent = format === 'png' && drawing.grain === undefined;
  if (isTransparent) return encode(picture, format);
  // Opaque drawings cover their whole sheet: the alpha channel says nothing.
  const opaque = picture.removeAlpha();
  return encode(drawing.grain ? await withGrain(opaque, drawing.grain) : opaque, format);
};

const softLayer = async (drawing: Drawing): Promise<string> => {
  if (!drawing.soft) return '';
  const small = sharp(Buffer.from(svgOf(drawing, drawing.soft)), { density: 72 / 6 });
  const source = (await small.png({ compressionLevel: 1 }).toBuffer()).toString('base64');
  const { width, height } = drawing;
  return `<image width="${width}" height="${height}" preserveAspectRatio="none" href="data:image/png;base64,${source}"/>`;
};

export const encode = (picture: Sharp, format: PictureFormat): Promise<Buffer> => {
  const encoders: Record<PictureFormat, () => Sharp> = {
    jpg: () => picture.jpeg({ quality: 86, optimiseCoding: false }),
    png: () => picture.png({ compressionLevel: 2 }),
    webp: () => picture.webp({ quality: 84, effort: 0 }),
    tif: () => picture.tiff({ compression: 'lzw', predictor: 'horizontal' }),
    avif: () => picture.avif({ quality: 62, effort: 0 }),
    gif: () => picture.gif({ effort: 1, colours: 16, dither: 0 }),
  };
  return encoders[format]().toBuffer();
};

/** Film grain takes the plastic out of gradients, and the steps too. */
export const withGrain = async (picture: Sharp, strength: number): Promise<Sharp> => {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  addGrain(data, info.width, strength);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
};

const tileSize = 512;
const tiles = new Map<number, Int8Array>();
/** A patch of grain, each strength drawn once: in whole steps, which are added many millions of times. */
const grainTile = (strength: number): Int8Array => {
  const known = tiles.get(strength);
  if (known !== undefined) return known;
  const random = aRandom(7);
  const factor = (28 / 32) * strength;
  const tile = new Int8Array(tileSize * tileSize).map(() =>
    Math.round(factor * (random.next() + random.next() + random.next() - 1.5)),
  );
  tiles.set(strength, tile);
  return tile;
};

const addGrain = (pixels: Buffer, width: number, strength: number): void => {
  const grains = grainTile(strength);
  const bytes = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let row = 0, at = 0; at < bytes.length; row++) {
    // A shift that differs from row to row, so that no tile can be seen.
    const start = (row % tileSize) * tileSize;
    const shift = ((row / tileSize) | 0) * 197;
    for (let column = 0; column < width; column++, at += 3) {
      const grain = grains[start + ((column + shift) & (tileSize - 1))] ?? 0;
      bytes[at] = (bytes[at] ?? 0) + grain;
      bytes[at + 1] = (bytes[at + 1] ?? 0) + grain;
      bytes[at + 2] = (bytes[at + 2] ?? 0) + grain;
    }
  }
};
