import { API_PREFIX } from './byte-routes.ts';

/** Through what somebody looks at a picture of an asset: a domain of theirs, a share, or a guest's page. */
export type PictureAccess =
  { kind: 'domain' } | { kind: 'share'; shareId: string } | { kind: 'guest'; shareId: string };

const queryOf = (access: PictureAccess): string => {
  if (access.kind === 'domain') return '';
  return access.kind === 'guest' ? `?shareId=${access.shareId}&as=guest` : `?shareId=${access.shareId}`;
};

/** The `size` by which a large thumbnail, preview or page is asked for. Where there is none, the usual one is answered. */
export const LARGE_SIZE = 'large';

/** The address of a picture in its large size, for screens of fine pixels and who looks closer, by that of the usual one. */
export const largePictureUrl = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}size=${LARGE_SIZE}`;

/** So many pages of a document are shown; the rest is for whoever downloads it. */
export const PAGES_SHOWN_MAX = 200;

/** The address of a page of a document, by that of its preview, which is its first page. */
export const pageUrl = (previewUrl: string, page: number): string =>
  page === 1 ? previewUrl : previewUrl.replace('/preview', `/pages/${page}`);

/** The address of a rendition, relative to the origin; null where there is none. */
export const pictureUrl = (
  rendition: 'thumbnail' | 'preview',
  asset: { assetId: string; exists: boolean },
  access: PictureAccess,
): string | null =>
  asset.exists ? `${API_PREFIX}/assets/${asset.assetId}/${rendition}${queryOf(access)}` : null;
