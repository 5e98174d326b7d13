import type { Asset } from './asset.ts';
import { words } from './words.ts';

/** What people call the file: `JPEG`, `PNG`, `PDF`; its kind where the media type says nothing to them. */
export function fileTypeOf({
  mediaType,
  fileName,
  kind,
}: Pick<Asset, 'mediaType' | 'fileName' | 'kind'>): string {
  const known = COMMON_NAMES[mediaType];
  if (known !== undefined) return known;
  const extension = /\.([a-z0-9]{2,5})$/i.exec(fileName)?.[1];
  return extension?.toUpperCase() ?? words.kinds[kind];
}

const COMMON_NAMES: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/tiff': 'TIFF',
  'image/svg+xml': 'SVG',
  'application/pdf': 'PDF',
  'audio/wav': 'WAV',
  'audio/x-wav': 'WAV',
  'audio/vnd.wave': 'WAV',
  'audio/mpeg': 'MP3',
  'video/mp4': 'MP4',
  'text/plain': 'Text',
};
