import type { AssetKind } from '@vitrine/contracts';
import { fileTypeFromBuffer } from 'file-type';

import { kindOf } from './asset-kind.ts';
import { decodeText, mediaTypeOfText } from './text-media-type.ts';

export type DetectedMediaType = { mediaType: string; kind: AssetKind };

/** How much of a file's beginning is enough: a tar tells itself after 257 bytes, office files within a few kB. */
export const detectionByteSize = 64 * 1024;

/**
 * The bytes decide. The file name is believed only in what cannot do harm: which sort of plain text it is.
 * The result says what a file is, not that it is safe: HTML and SVG are named as such so that nobody serves them inline.
 */
export const detectMediaType = async (head: Uint8Array, fileName: string): Promise<DetectedMediaType> => {
  const binaryType = await signatureOf(head);
  const isMarkup = binaryType === 'application/xml';
  const text = binaryType === undefined || isMarkup ? decodeText(head) : undefined;
  const textType =
    text === undefined ? undefined : mediaTypeOfText(text, fileName, head.length < detectionByteSize);
  const mediaType = textType ?? binaryType ?? 'application/octet-stream';
  return { mediaType, kind: kindOf(mediaType) };
};

const signatureOf = async (head: Uint8Array): Promise<string | undefined> => {
  try {
    const found = await fileTypeFromBuffer(head);
    return found?.mime.split(';')[0] ?? plainSignatureOf(head);
  } catch {
    return plainSignatureOf(head);
  }
};

/** Formats whose directory the library looks for behind the head, and does not find. */
const plainSignatureOf = (head: Uint8Array): string | undefined => {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (start === 'II*\0' || start === 'MM\0*') return 'image/tiff';
  return start === 'PK\u0003\u0004' ? 'application/zip' : undefined;
};
