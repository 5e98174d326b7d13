import * as z from 'zod';

const CONTROL_CHARACTER = /\p{Cc}/u;
/** A name of which nothing is seen would be a row that nobody can call. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A name as a person writes one: a line of text, trimmed, without control characters. */
export const plainName = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1, { abort: true })
    .max(lengthMax)
    .refine((text) => SEEN.test(text), 'Something of a name is seen')
    .refine((text) => !CONTROL_CHARACTER.test(text), 'A name has no control characters');

/** Whether PostgreSQL can hold the text, which takes every character but one; what it cannot hold matches nothing. */
export const isStorable = (text: string): boolean => !text.includes('\0');
