import * as z from 'zod';
import { isSeenText } from './seen-text.ts';

/** A title of at most so many characters, of which something is to be seen. */
export const titleOf = (lengthMax: number) =>
  z.string().trim().min(1).max(lengthMax).refine(isSeenText, 'Nothing of it is to be seen');
