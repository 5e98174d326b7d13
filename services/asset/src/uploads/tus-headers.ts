import type { IncomingHttpHeaders } from 'node:http';
import { TUS } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';

const WHOLE_NUMBER = /^\d{1,16}$/;

/** The texts of `Upload-Metadata`, by their names, each of which is there once (tus 1.0). @throws AppError `invalid-request` */
export const readMetadata = (header: string | undefined): Map<string, string> => {
  const texts = new Map<string, string>();
  for (const pair of (header ?? '').split(',')) {
    const [name = '', value = ''] = pair.trim().split(/ +/);
    if (name === '') continue;
    const path = `Upload-Metadata ${name}`;
    if (texts.has(name)) throw wrongHeader(path, 'It is said once.');
    texts.set(name, textOf(value, path));
  }
  return texts;
};

/** @throws AppError `invalid-request` for what is no number of bytes */
export const readByteCount = (headers: IncomingHttpHeaders, name: string): number => {
  const value = headers[name.toLowerCase()];
  const count = typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : NaN;
  if (!Number.isSafeInteger(count)) throw wrongHeader(name, 'It has to be a number of bytes.');
  return count;
};

/** @throws AppError `precondition-failed` for another version of the protocol */
export const demandTus = (headers: IncomingHttpHeaders): void => {
  if (headers['tus-resumable'] !== TUS.version) throw new AppError('precondition-failed');
};

/** @throws AppError `unsupported-media-type` */
export const demandBytes = (headers: IncomingHttpHeaders): void => {
  if (headers['content-type'] !== TUS.contentType) throw new AppError('unsupported-media-type');
};

const textOf = (base64: string, name: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch (error) {
    throw wrongHeader(name, 'It has to be UTF-8 in Base64.', error);
  }
};

const wrongHeader = (path: string, message: string, cause?: unknown): AppError =>
  new AppError('invalid-request', { issues: [{ path, message }] }, { cause });
