/** The longest side of a thumbnail, a large one and a preview, in pixels; a picture that is smaller keeps its size. */
export const THUMBNAIL_PX = 320;
export const LARGE_THUMBNAIL_PX = 640;
export const PREVIEW_PX = 1600;

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
