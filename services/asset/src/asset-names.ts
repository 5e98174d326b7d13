import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { safeFileName, splitName } from '@vitrine/platform/names/safe-file-name.ts';

export const TITLE_LENGTH_MAX = 200;

/**
 * The name that a file is kept under, of what a browser or a folder called it: the part behind the last slash, made
 * safe for every system. @throws AppError `invalid-file-name` where nothing is left that names it.
 */
export const keptFileName = (name: string): string => {
  const readable = name.replaceAll(/%22|%0[ad]/gi, '_');
  const own = readable.split(/[\\/]/).at(-1) ?? '';
  if (!/[^\p{C}\p{Z}:*?"<>|.]/u.test(own)) throw new AppError('invalid-file-name');
  return safeFileName(own);
};

/** A title for a file that came without one: its name, without extension and underscores. */
export const titleFromFileName = (fileName: string): string => {
  const { stem } = splitName(fileName);
  return keptTitle(stem.replaceAll(/[_\s]+/g, ' ')) || keptTitle(fileName);
};

/** A text of one line as it is kept: PostgreSQL takes no NUL, and no line breaks into a title. */
export const keptLine = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .normalize('NFC')
    .trim();

/** A title as it is kept; empty where there is none in it. */
export const keptTitle = (text: string): string =>
  Array.from(keptLine(text)).slice(0, TITLE_LENGTH_MAX).join('').trim();

/** Tags as they are kept: each once, none empty, in the order given. */
export const keptTags = (tags: readonly string[]): string[] =>
  [...new Set(tags.map(keptLine))].filter(Boolean);
