import { AppError } from '../errors/app-error.ts';

/** Bodies of ours are three levels deep. */
const DEPTH_MAX = 20;

const TOKEN = /[{}[\]]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/** Names that mean something else than a field to JavaScript. */
const ODD_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a JSON text and refuses what is JSON but nothing that an honest client writes: a key twice in one object (of
 * which readers disagree), keys that reach prototypes, depth without end, and texts that PostgreSQL does not take
 * (U+0000) or that are no Unicode (lone surrogates).
 * @throws AppError `invalid-request`
 */
export const readJson = (text: string): unknown => {
  const value = parse(text);
  const levels: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') enter(levels);
    else if (token === '}' || token === ']') levels.pop();
    else if (colon === undefined) readText(token);
    else addKey(levels.at(-1), readText(token.slice(0, -colon.length)));
  }
  return value;
};

/** Whether a text can be kept everywhere: Unicode without U+0000. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** @throws AppError `invalid-request` for an address in which U+0000 is written, in its path or its query. */
export const demandPlainUrl = (url: string): void => {
  if (/%00/.test(url)) throw refusal('The address has a character that is none.');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw refusal('The body is not JSON.', error);
  }
};

const enter = (levels: Set<string>[]): void => {
  if (levels.push(new Set()) > DEPTH_MAX) throw refusal('The body is too deep.');
};

const readText = (token: string): string => {
  const text = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
  if (!isPlainText(text)) throw refusal('A text of the body has a character that is none.');
  return text;
};

const addKey = (keys: Set<string> | undefined, key: string): void => {
  if (ODD_KEYS.has(key) || keys?.has(key)) throw refusal(`The body has a key that it cannot have: ${key}`);
  keys?.add(key);
};

const refusal = (message: string, cause?: unknown): AppError =>
  new AppError('invalid-request', { issues: [{ path: '', message }] }, { cause });
