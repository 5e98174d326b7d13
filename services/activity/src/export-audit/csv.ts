/** What a spreadsheet takes for the beginning of a formula, also behind spaces (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A line of CSV (RFC 4180): every cell in quotes, quotes doubled, and behind a `'` what a spreadsheet would otherwise
 * work out. Characters that end lines become spaces, so that a line of the file is a line of the audit.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(',')}\r\n`;

const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll(/[\r\n\u2028\u2029]+/g, ' ').replaceAll('"', '""')}"`;
};
