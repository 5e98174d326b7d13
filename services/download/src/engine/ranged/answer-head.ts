import type { AnswerHead } from './exchange.ts';

/** Reads the beginning of an answer, without the empty line after it; null for what is no HTTP/1. */
export const parseAnswerHead = (text: string): AnswerHead | null => {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const [, minor, status] = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(statusLine) ?? [];
  const headers = headersOf(lines);
  if (status === undefined || headers === null) return null;
  // The older HTTP closes where nothing else is said.
  if (minor === '0') headers.connection ??= 'close';
  return { statusCode: Number(status), headers };
};

const headersOf = (lines: readonly string[]): Partial<Record<string, string>> | null => {
  const headers: Partial<Record<string, string>> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t')) return null;
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  return headers;
};

/** How many bytes follow; null where only a parser of HTTP finds the end of them. */
export const bodyByteSizeOf = ({ statusCode, headers }: AnswerHead): number | null => {
  const length = headers['content-length'] ?? '';
  const isPlain = headers['transfer-encoding'] === undefined && /^\d{1,15}$/.test(length);
  return isPlain && statusCode >= 200 ? Number(length) : null;
};

/** Whether the connection may be used again after this answer. */
export const isKeptAfter = ({ headers }: AnswerHead): boolean =>
  headers.connection?.toLowerCase().includes('close') !== true;
