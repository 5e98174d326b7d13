import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

import { previewSize, thumbnailSize } from './rendition.ts';
import type { RenderedPicture } from './rendition.ts';

type EncodedPicture = { data: Buffer; info: { width: number; height: number } };

/** Several files are drawn at once; threads within one file would only fight for the same cores. */
sharp.concurrency(1);
/** Each file is read once: what libvips would keep of it is never asked for again. */
sharp.cache(false);

/**
 * Encodes to memory first, so that whatever fails in here is the picture's fault and whatever fails
 * in `writePictures` is the disk's. Metadata stay behind and colours become sRGB: sharp's defaults.
 */
export const encodePictures = async (
  picture: Sharp,
  timeoutMs: number,
): Promise<{ thumbnail: EncodedPicture; preview: EncodedPicture }> => {
  const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
  // Read and reduced once for both: the thumbnail is drawn of pixels and not of a preview that has to be decoded.
  const { data, info } = await fit(picture, previewSize)
    .timeout({ seconds })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
  const preview = await pixels().webp({ quality: 82, effort: 1 }).toBuffer({ resolveWithObject: true });
  const thumbnail = await fit(pixels(), thumbnailSize)
    .webp({ quality: 80, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { thumbnail, preview };
};

export const writePictures = async (
  outputFolder: string,
  pictures: { thumbnail: EncodedPicture; preview: EncodedPicture },
): Promise<{ thumbnail: RenderedPicture; preview: RenderedPicture }> => ({
  thumbnail: await write(path.join(outputFolder, 'thumbnail.webp'), pictures.thumbnail),
  preview: await write(path.join(outputFolder, 'preview.webp'), pictures.preview),
});

const fit = (picture: Sharp, size: number): Sharp =>
  picture.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });

const write = async (target: string, { data, info }: EncodedPicture): Promise<RenderedPicture> => {
  await writeFile(target, data);
  return { path: target, width: info.width, height: info.height, byteSize: data.length };
};
