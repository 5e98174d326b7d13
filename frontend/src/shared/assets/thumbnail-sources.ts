import { LARGE_THUMBNAIL_PX, THUMBNAIL_PX, largePictureUrl } from '@vitrine/contracts';

/**
 * Of which thumbnails the browser takes the one that has pixels enough for its screen.
 * @param longestPx how long the longest side of the picture is drawn, in CSS pixels
 */
export const thumbnailSources = (thumbnailUrl: string, longestPx: number) => ({
  srcSet: `${thumbnailUrl} ${THUMBNAIL_PX}w, ${largePictureUrl(thumbnailUrl)} ${LARGE_THUMBNAIL_PX}w`,
  sizes: `${Math.ceil(longestPx)}px`,
});
