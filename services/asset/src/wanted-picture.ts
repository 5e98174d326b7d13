import { type PictureOnDemand, largePageName } from './asset.ts';

/** A page of a document, or a picture of which there is more to see than its preview shows. */
export interface WantedPicture {
  /** From 1; of what is no document 1. */
  page: number;
  isLarge?: boolean;
}

/**
 * Draws a picture and keeps it, or that it cannot be drawn. Who asks for one that is being drawn waits with the first.
 * @throws AppError `temporarily-unavailable` where too many wait already, or its file does not come
 */
export type DrawOnDemand = (assetId: string, wanted: WantedPicture) => Promise<void>;

/** Of the first page in its usual size, which was drawn as the asset came, no more than the count of pages is learned. */
export const nameOfWanted = ({ page, isLarge = false }: WantedPicture): PictureOnDemand =>
  isLarge ? largePageName(page) : `page-${page}`;
