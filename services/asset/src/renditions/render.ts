import { access, mkdir } from 'node:fs/promises';
import type { AssetKind } from '@vitrine/contracts';

import { defaultRenditionLimits, renditionFailure } from './rendition.ts';
import type { RenditionLimits, RenditionResult } from './rendition.ts';
import { renderImage } from './render-image.ts';
import { renderPdf } from './render-pdf.ts';
import { renderSvg } from './render-svg.ts';
import { renderVideo } from './render-video.ts';
import type { RenderRequest } from './render-request.ts';

export type RenditionSource = {
  sourcePath: string;
  mediaType: string;
  kind: AssetKind;
  /** Gets `thumbnail.webp` and `preview.webp`; made when missing. */
  outputFolder: string;
  /** Which page of a document, from 1; without it the first. */
  page?: number;
  /** The preview alone, of as many pixels on its longest side; without it all pictures in their usual sizes. */
  previewAlonePx?: number;
  signal?: AbortSignal;
  limits?: Partial<RenditionLimits>;
  /** Where ffmpeg and ffprobe are, when not on the path. */
  programFolder?: string;
};

/**
 * Draws the thumbnail and the preview of one file.
 * Throws only for what is not the file's doing: a source that cannot be read, a folder that cannot be written, an abort.
 */
export const renderRenditions = async (source: RenditionSource): Promise<RenditionResult> => {
  source.signal?.throwIfAborted();
  const render = rendererOf(source.mediaType, source.kind);
  if (!render) return { isRendered: true };
  await access(source.sourcePath);
  await mkdir(source.outputFolder, { recursive: true });
  const limits = { ...defaultRenditionLimits, ...source.limits };
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = source.signal ? AbortSignal.any([source.signal, deadline]) : deadline;
  try {
    return await render({ ...source, limits, signal });
  } catch (error) {
    source.signal?.throwIfAborted();
    if (deadline.aborted) return renditionFailure('time-limit', `Not drawn within ${limits.timeoutMs} ms.`);
    throw error;
  }
};

const rendererOf = (
  mediaType: string,
  kind: AssetKind,
): ((request: RenderRequest) => Promise<RenditionResult>) | undefined => {
  if (mediaType === 'image/svg+xml') return renderSvg;
  if (kind === 'image') return renderImage;
  if (kind === 'pdf') return renderPdf;
  if (kind === 'video') return renderVideo;
  return undefined;
};
