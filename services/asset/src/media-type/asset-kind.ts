import type { AssetKind } from '@vitrine/contracts';

const documentTypes = [
  'application/epub+zip',
  'application/rtf',
  'application/postscript',
  'application/eps',
  'application/x-cfb',
  'application/x-indesign',
  'application/x-mobipocket-ebook',
  'application/vnd.visio',
  'application/vnd.ms-outlook',
  'application/vnd.ms-htmlhelp',
];
const documentFamilies = [
  'application/vnd.openxmlformats-officedocument.',
  'application/vnd.oasis.opendocument.',
  'application/vnd.ms-word.',
  'application/vnd.ms-excel.',
  'application/vnd.ms-powerpoint.',
  'application/vnd.apple.',
];
const archiveTypes = [
  'application/zip',
  'application/gzip',
  'application/zstd',
  'application/lzip',
  'application/java-archive',
  'application/x-tar',
  'application/x-rar-compressed',
  'application/x-bzip2',
  'application/x-7z-compressed',
  'application/x-xz',
  'application/x-lz4',
  'application/x-lzh-compressed',
  'application/x-compress',
  'application/x-cpio',
  'application/x-arj',
  'application/x-ace-compressed',
  'application/x-unix-archive',
  'application/x-apple-diskimage',
  'application/x-iso9660-image',
  'application/vnd.ms-cab-compressed',
];
const videoTypes = ['application/mxf', 'application/vnd.ms-asf', 'application/vnd.rn-realmedia'];
const textTypes = ['application/json', 'application/xml'];

export const kindOf = (mediaType: string): AssetKind => {
  const isOneOf = (types: string[]): boolean => types.includes(mediaType);
  if (mediaType === 'application/pdf') return 'pdf';
  if (isOneOf(videoTypes)) return 'video';
  if (isOneOf(textTypes)) return 'text';
  if (isOneOf(archiveTypes)) return 'archive';
  if (isOneOf(documentTypes)) return 'document';
  if (documentFamilies.some((family) => mediaType.startsWith(family))) return 'document';
  return kindOfFamily(mediaType.split('/')[0] ?? '');
};

const kindOfFamily = (family: string): AssetKind => {
  if (family === 'image' || family === 'video' || family === 'audio' || family === 'text') return family;
  return 'other';
};
