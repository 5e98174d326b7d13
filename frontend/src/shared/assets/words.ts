import type { AssetKind, Availability, ExclusionReason } from '@vitrine/contracts';
import { catalogue } from '../words/catalogue.ts';

const reasons: Record<ExclusionReason, string> = {
  unavailable: 'Unavailable',
  expired: 'Expired',
  'still-processing': 'Still processing',
  'may-not-be-shared': 'May not be shared',
  'already-in-this-share': 'Already in this share',
  'not-for-its-guests': 'Its domain does not allow a guest of this share',
  'not-in-your-domains': 'In a domain that you do not belong to',
};

const availabilities: Record<Availability, string> = {
  processing: 'Processing',
  available: 'Available',
  unavailable: 'Unavailable',
  expired: 'Expired',
};

const kinds: Record<AssetKind, string> = {
  image: 'Image',
  video: 'Video',
  audio: 'Audio',
  pdf: 'PDF',
  document: 'Document',
  text: 'Text',
  archive: 'Archive',
  other: 'File',
};

/** The words for assets that every feature uses alike. */
export const words = catalogue('shared/assets', {
  reasons,
  availabilities,
  kinds,
  notShareable: 'Not shareable',
  pixels: (width: number, height: number) => `${width} × ${height}`,
  millimetres: (width: number, height: number) => `${width} × ${height} mm`,
  preview: (fileName: string) => `Preview ${fileName}`,
  select: (fileName: string) => `Select ${fileName}`,
  download: (fileName: string) => `Download ${fileName}`,
});
