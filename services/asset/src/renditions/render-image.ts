import sharp from 'sharp';

import { messageOf, reasonOf } from './failure-reason.ts';
import { renditionFailure } from './rendition.ts';
import type { RenditionResult } from './rendition.ts';
import type { RenderRequest } from './render-request.ts';
import { encodePictures, writePictures } from './write-pictures.ts';

/** Of an animation the first frame is drawn: sharp reads no further unless asked to. */
export const renderImage = async ({
  sourcePath,
  outputFolder,
  limits,
  signal,
  previewAlonePx,
}: RenderRequest): Promise<RenditionResult> => {
  let size: { width: number; height: number } | undefined;
  let pictures;
  try {
    const picture = sharp(sourcePath, { limitInputPixels: limits.pixelCount, failOn: 'error' });
    size = (await picture.metadata()).autoOrient;
    pictures = await encodePictures(picture.autoOrient(), limits.timeoutMs, previewAlonePx);
  } catch (error) {
    return renditionFailure(reasonOf(messageOf(error)), messageOf(error), size);
  }
  signal.throwIfAborted();
  return { isRendered: true, ...size, ...(await writePictures(outputFolder, pictures)) };
};
