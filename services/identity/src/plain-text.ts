import * as z from 'zod';

const CONTROL_CHARACTER = /\p{Cc}/u;

/** A name as a person writes one: a line of text, trimmed, without control characters. */
export const plainName = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => !CONTROL_CHARACTER.test(text), 'A name has no control characters');

/** Whether PostgreSQL can hold the text, which takes every character but one; what it cannot hold matches nothing. */
export const isStorable = (text: string): boolean => !text.includes('\0');
