import { AppError } from '../errors/app-error.ts';
import { type Sliced, atOnce } from '../schedule/slices.ts';

/** Bodies of ours are three levels deep. */
const DEPTH_MAX = 20;
const CHARACTERS_AT_ONCE = 10_000;

/** Names that mean something else than a field to JavaScript. */
const ODD_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a JSON text and refuses what is JSON but nothing that an honest client writes: a key twice in one object (of
 * which readers disagree), keys that reach prototypes, depth without end, and texts that PostgreSQL does not take
 * (U+0000) or that are no Unicode (lone surrogates). It can pause: 100,000 ids take a while.
 * @throws AppError `invalid-request`
 */
export function* readingJson(text: string): Sliced<unknown> {
  const value = parse(text);
  yield;
  if (!text.isWellFormed()) throw oddCharacter();
  const reader = { text, at: 0, nextEscape: find(text, '\\', 0), levels: [] };
  for (let pauseAt = CHARACTERS_AT_ONCE; reader.at < text.length;) {
    passToken(reader);
    if (reader.at < pauseAt) continue;
    pauseAt = reader.at + CHARACTERS_AT_ONCE;
    yield;
  }
  return value;
}

export const readJson = (text: string): unknown => atOnce(readingJson(text));

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

interface Reader {
  readonly text: string;
  at: number;
  /** Where the next backslash is, or infinitely far. */
  nextEscape: number;
  /** The keys of the objects that it is in; none of a list. */
  readonly levels: Set<string>[];
}

const [QUOTE, BACKSLASH, COLON] = ['"', '\\', ':'].map((each) => each.charCodeAt(0));
const OPENING = new Set(['{', '['].map((each) => each.charCodeAt(0)));
const CLOSING = new Set(['}', ']'].map((each) => each.charCodeAt(0)));
const SPACE = new Set([' ', '\n', '\r', '\t'].map((each) => each.charCodeAt(0)));

/** That it is JSON is known by now, so brackets and texts are all that is looked at. */
const passToken = (reader: Reader): void => {
  const token = reader.text.charCodeAt(reader.at);
  if (token === QUOTE) {
    passText(reader);
    return;
  }
  reader.at += 1;
  if (OPENING.has(token)) enter(reader.levels);
  else if (CLOSING.has(token)) reader.levels.pop();
};

const enter = (levels: Set<string>[]): void => {
  if (levels.push(new Set()) > DEPTH_MAX) throw refusal('The body is too deep.');
};

const passText = (reader: Reader): void => {
  const { text, at: start } = reader;
  const hasEscapes = passEndOfText(reader);
  const isKey = nextAfter(text, reader.at) === COLON;
  // Without escapes it is a part of the whole, which is plain.
  if (!isKey && !hasEscapes) return;
  const token = text.slice(start, reader.at);
  const read = hasEscapes ? (JSON.parse(token) as string) : token.slice(1, -1);
  if (hasEscapes && !isPlainText(read)) throw oddCharacter();
  if (isKey) addKey(reader.levels.at(-1), read);
};

/** It ends with the first quotation mark before which stands an even number of backslashes. */
const passEndOfText = (reader: Reader): boolean => {
  const { text } = reader;
  let quote = text.indexOf('"', reader.at + 1);
  const hasEscapes = reader.nextEscape < quote;
  while (hasEscapes && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  if (hasEscapes) reader.nextEscape = find(text, '\\', quote);
  reader.at = quote + 1;
  return hasEscapes;
};

const find = (text: string, wanted: string, from: number): number => {
  const found = text.indexOf(wanted, from);
  return found === -1 ? Infinity : found;
};

const isEscaped = (text: string, quote: number): boolean => {
  let before = quote - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (quote - before) % 2 === 0;
};

const nextAfter = (text: string, end: number): number => {
  let at = end;
  while (SPACE.has(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at);
};

const addKey = (keys: Set<string> | undefined, key: string): void => {
  if (ODD_KEYS.has(key) || keys?.has(key)) throw refusal(`The body has a key that it cannot have: ${key}`);
  keys?.add(key);
};

const oddCharacter = (): AppError => refusal('A text of the body has a character that is none.');

const refusal = (message: string, cause?: unknown): AppError =>
  new AppError('invalid-request', { issues: [{ path: '', message }] }, { cause });
