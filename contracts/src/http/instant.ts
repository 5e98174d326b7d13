import * as z from 'zod';

const hasFourDigits = (text: string): boolean => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9_999;
};

/**
 * An instant as a caller gives it, with an offset (RFC 3339). In UTC it lies in the years 1 to 9999: beyond them are
 * instants to JavaScript that PostgreSQL or the form of our answers does not have.
 */
export const GivenInstant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(hasFourDigits, 'It lies outside the years 1 to 9999.');
