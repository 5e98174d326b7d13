/** Characters that turn the direction of what follows, so that a name could be read as another one. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/gu;
const BREAK_OR_CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** A person's words as one line, as a header of a mail needs it (RFC 5322, section 2.2). */
export const oneLine = (text: string): string =>
  text.replaceAll(DIRECTION, '').replaceAll(BREAK_OR_CONTROL, ' ').trim();

/** A person's words in their lines, without what no person types and PostgreSQL may not hold. */
export const plainLines = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(DIRECTION, '')
    .replaceAll(CONTROL, '')
    .trim();
