/**
 * The longest side of a thumbnail, a large one, a preview and a large one, in pixels; a picture that is smaller keeps its
 * size.
 */
export const THUMBNAIL_PX = 320;
export const LARGE_THUMBNAIL_PX = 640;
export const PREVIEW_PX = 1600;
export const LARGE_PREVIEW_PX = 3200;

interface Drawable {
  kind: string;
  mediaType: string;
  width: number | null;
  height: number | null;
}

/** What is drawn of lines: its size is a ratio, and it has as many pixels as are asked for. */
export const isOfLines = ({ kind, mediaType }: Pick<Drawable, 'kind' | 'mediaType'>): boolean =>
  kind === 'pdf' || mediaType === 'image/svg+xml';

/** Whether there is more to see than a preview shows. */
export const hasLargePreview = (asset: Drawable): boolean =>
  isOfLines(asset) || (asset.kind === 'image' && Math.max(asset.width ?? 0, asset.height ?? 0) > PREVIEW_PX);

/**
 * The pictures that a browser shows as they are. Not SVG: what its author wrote is drawn by us alone, within our limits.
 */
export const SHOWN_PICTURES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
];
