import type { RenditionLimits } from './rendition.ts';

/** `signal` fires on an abort and at the time limit alike; the caller tells the two apart. */
export type RenderRequest = {
  sourcePath: string;
  outputFolder: string;
  signal: AbortSignal;
  limits: RenditionLimits;
  page?: number;
  previewAlonePx?: number;
  /** Where ffmpeg and ffprobe are, when not on the path. */
  programFolder?: string;
};
