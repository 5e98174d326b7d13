import type { RenditionFailureReason } from './rendition.ts';

/** By shape and not by class: an error of another thread or realm is no instance of ours. */
export const isErrorLike = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';

export const messageOf = (error: unknown): string => (isErrorLike(error) ? error.message : String(error));

/** What a program that was started and failed wrote to its standard error. */
export const complaintOf = (error: unknown): string =>
  isErrorLike(error) && 'stderr' in error ? String(error.stderr).trim() : '';

/** libvips, librsvg and PDFium tell their reasons in words only. */
export const reasonOf = (message: string): RenditionFailureReason =>
  reasons.find(([pattern]) => pattern.test(message))?.[1] ?? 'corrupt';

const reasons: [RegExp, RenditionFailureReason][] = [
  [/pixel limit|dimensions|too large|size limit|memory|out of bounds|allocat|unreachable/i, 'too-large'],
  [/timeout/i, 'time-limit'],
  [/password|security scheme/i, 'encrypted'],
  [/unsupported|not been built|no decode|no loader/i, 'unsupported'],
];
