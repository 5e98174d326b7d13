import { AppError } from '../errors/app-error.ts';

/** The tag of a version of something: what ETag says and If-Match repeats. */
export const tagOf = (version: number): string => `"${version}"`;

/**
 * Who would change only what they have seen says so by If-Match (RFC 9110, 13.1.1): a weak tag is never it.
 * @throws AppError `precondition-failed` for another version
 */
export const demandMatch = (ifMatch: string | undefined, version: number): void => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!tagsIn(ifMatch).includes(tagOf(version))) throw new AppError('precondition-failed');
};

const tagsIn = (header: string): string[] => Array.from(header.matchAll(/(?:W\/)?"[^"]*"/g), String);
