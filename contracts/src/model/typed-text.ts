import * as z from 'zod';

/** The embeddings, overrides and isolates of UAX #9; not the marks (U+200E, U+200F, U+061C), which turn nothing. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text without what nobody sees and what shows the rest of it in another order than it is written in: `gpj.exe` would
 * be read as `exe.jpg`. Hebrew and Arabic need none of these.
 */
export const withoutDirectionControls = (text: string): string => text.replaceAll(DIRECTION_CONTROLS, '');

/** Words that a person types and others read, as they are kept. */
export const typedText = (lengthMax: number) =>
  z.string().overwrite(withoutDirectionControls).trim().max(lengthMax);
