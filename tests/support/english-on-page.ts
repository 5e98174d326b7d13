import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

const sources = path.resolve(import.meta.dirname, '../../frontend/src');

/** Stands for whatever a word is told of: a name, a day. A count of it is written as `NaN`. */
const ANYTHING = '§';

/** Finds the page's own English in the texts of a page. */
export type EnglishFinder = (page: Page) => Promise<string[]>;

/**
 * Knows every English word of the page's catalogues, but those that the translation has alike.
 * @param content what people wrote, in whatever language
 */
export const englishFinder = async (content: readonly string[]): Promise<EnglishFinder> => {
  const patterns: RegExp[] = [];
  const files = await readdir(sources, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('words.de.ts'))) {
    const german = new Set(patternsOf(await holdOf(file)));
    const english = patternsOf(await holdOf(file.replace('.de.ts', '.ts')));
    patterns.push(...english.filter((pattern) => !german.has(pattern)).map((pattern) => new RegExp(pattern)));
  }
  return async (page) => {
    const texts = await page.evaluate<string[]>(TEXTS_OF_PAGE);
    return texts.filter((text) => !content.includes(text) && patterns.some((pattern) => pattern.test(text)));
  };
};

const holdOf = async (file: string): Promise<unknown> => {
  const module: unknown = await import(pathToFileURL(path.join(sources, file)).href);
  return module;
};

/** All that words can say, as what a text is compared with. */
const patternsOf = (words: unknown): string[] => {
  if (typeof words === 'string') return [patternOf(words)];
  if (typeof words === 'function') return patternsOf(saidOf(words as Sayer));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(patternsOf) : [];
};

type Sayer = (...told: (string | number)[]) => string;

const saidOf = (say: Sayer): string[] => {
  const anything = Array.from({ length: say.length }, () => ANYTHING);
  return [say(...anything), ...(say.length === 1 ? [say(1), say(0)] : [])];
};

const patternOf = (said: string): string =>
  `^${said.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/§|NaN/g, '.+')}$`;

/** Runs in the page: what is read out or seen of it, but what says that it is in another language. */
const TEXTS_OF_PAGE = `(() => {
  const own = (element) => element.closest('[lang]') === document.documentElement && element.checkVisibility();
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (own(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  for (const element of document.body.querySelectorAll('*')) {
    if (!own(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'])
      texts.push(element.getAttribute(name) ?? '');
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
})()`;
