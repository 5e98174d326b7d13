import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LARGE_THUMBNAIL_PX, PREVIEW_PX, THUMBNAIL_PX } from '@vitrine/contracts/pictures.ts';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

import type { RenderedPicture } from './rendition.ts';

/** By the names that they are kept under. */
type PicturesOf<Picture> = { thumbnail?: Picture; 'large-thumbnail'?: Picture; preview: Picture };
type EncodedPicture = { data: Buffer; info: { width: number; height: number } };

/** Several files are drawn at once; threads within one file would only fight for the same cores. */
sharp.concurrency(1);
/** Each file is read once: what libvips would keep of it is never asked for again. */
sharp.cache(false);

/**
 * Encodes to memory first, so that whatever fails in here is the picture's fault and whatever fails
 * in `writePictures` is the disk's. Metadata stay behind and colours become sRGB: sharp's defaults.
 * @param previewAlonePx the longest side of the preview where nothing but it is wanted
 */
export const encodePictures = async (
  picture: Sharp,
  timeoutMs: number,
  previewAlonePx?: number,
): Promise<PicturesOf<EncodedPicture>> => {
  const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
  // Read and reduced once for all: a thumbnail is drawn of pixels and not of a preview that has to be decoded.
  const { data, info } = await fit(picture, previewAlonePx ?? PREVIEW_PX)
    .timeout({ seconds })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
  const preview = await pixels().webp({ quality: 82, effort: 1 }).toBuffer({ resolveWithObject: true });
  if (previewAlonePx !== undefined) return { preview };
  const thumbnailOf = (size: number, effort: number) =>
    fit(pixels(), size).webp({ quality: 80, effort }).toBuffer({ resolveWithObject: true });
  const thumbnail = await thumbnailOf(THUMBNAIL_PX, 3);
  if (Math.max(width, height) <= THUMBNAIL_PX) return { thumbnail, preview };
  return { thumbnail, 'large-thumbnail': await thumbnailOf(LARGE_THUMBNAIL_PX, 1), preview };
};

export const writePictures = async (
  outputFolder: string,
  pictures: PicturesOf<EncodedPicture>,
): Promise<PicturesOf<RenderedPicture>> => {
  const written = Object.entries(pictures).map(
    async ([name, picture]) => [name, await write(path.join(outputFolder, `${name}.webp`), picture)] as const,
  );
  return Object.fromEntries(await Promise.all(written)) as PicturesOf<RenderedPicture>;
};

const fit = (picture: Sharp, size: number): Sharp =>
  picture.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });

const write = async (target: string, { data, info }: EncodedPicture): Promise<RenderedPicture> => {
  await writeFile(target, data);
  return { path: target, width: info.width, height: info.height, byteSize: data.length };
};
