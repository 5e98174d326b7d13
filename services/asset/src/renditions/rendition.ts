export type RenderedPicture = { path: string; width: number; height: number; byteSize: number };

/** What could be learned and drawn of a file. Kinds that are not drawn, such as audio, succeed without pictures. */
export type Renditions = {
  isRendered: true;
  /** In pixels; of a PDF its first page's, in points. */
  width?: number;
  height?: number;
  durationMs?: number;
  /** Of a document. */
  pageCount?: number;
  thumbnail?: RenderedPicture;
  /** For screens of fine pixels; of a picture that is no larger than its thumbnail there is none. */
  'large-thumbnail'?: RenderedPicture;
  preview?: RenderedPicture;
};

export type RenditionFailureReason = 'unsupported' | 'corrupt' | 'encrypted' | 'too-large' | 'time-limit';

/** A file that cannot be drawn is a fact about the file and no error: it is still an asset. */
export type RenditionFailure = {
  isRendered: false;
  reason: RenditionFailureReason;
  detail: string;
  width?: number;
  height?: number;
  pageCount?: number;
};

export type RenditionResult = Renditions | RenditionFailure;

export type RenditionLimits = {
  /** Pixels of the source, before anything is drawn. */
  pixelCount: number;
  /** The time that one file may take in all. */
  timeoutMs: number;
  /** Bytes of a PDF or SVG: these are held in memory as a whole. */
  documentByteSize: number;
  /** Memory that drawing a PDF may take beyond its own bytes. */
  documentMemoryByteSize: number;
};

export const defaultRenditionLimits: RenditionLimits = {
  pixelCount: 100_000_000,
  timeoutMs: 20_000,
  documentByteSize: 128 * 1024 * 1024,
  documentMemoryByteSize: 384 * 1024 * 1024,
};

export const renditionFailure = (
  reason: RenditionFailureReason,
  detail: string,
  size?: { width: number; height: number },
): RenditionFailure => ({ isRendered: false, reason, detail: detail.slice(0, 300), ...size });
