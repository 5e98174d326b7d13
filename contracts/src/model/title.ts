import * as z from 'zod';

/** A title of at most so many characters: one line, and something of it is to be seen. */
export const titleOf = (lengthMax: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
    .min(1)
    .max(lengthMax)
    .refine(isSeen, 'Nothing of it is to be seen');

/** Whether there is more than spaces, and characters that only act on others. */
const isSeen = (text: string): boolean => /[^\p{C}\p{Z}\p{M}]/u.test(text);
