import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { german } from './german.ts';

const sources = path.join(import.meta.dirname, '..');
const isCatalogue = (file: string): boolean => /(^|[/-])words\.ts$/.test(file);

/** What both languages call alike. */
const ALIKE = [
  'Vitrine',
  'Assets',
  'Downloads',
  'Uploads',
  'Name',
  'Esc',
  'Link',
  'Video',
  'Audio',
  'PDF',
  'Text',
  'Token',
  'Code',
];

type Catalogue = { name: string; text: string; words: object };

const files = (await readdir(sources, { recursive: true })).map((file) => file.split(path.sep).join('/'));
const texts = await Promise.all(files.filter(isCatalogue).map(read));
const catalogues: Catalogue[] = [];
// One after another: Jest links no two modules at once that import the same.
for (const each of texts.filter(({ text }) => text.includes('catalogue(')))
  catalogues.push(await withWords(each));

test('every catalogue is called as its folder, and has German words', () => {
  expect(catalogues.length).toBeGreaterThan(30);
  expect(catalogues.filter(({ name, text }) => !text.includes(`catalogue('${name}'`))).toEqual([]);
  expect(Object.keys(german).sort()).toEqual(catalogues.map(({ name }) => name).sort());
});

test('every word is there in German, and is told as much', () => {
  for (const { name, words } of catalogues) expect(shapesOf(german[name])).toEqual(shapesOf(words));
});

test('no word is still English', () => {
  const same = catalogues.flatMap(({ name, words }) => {
    const english = plainWords(words);
    return plainWords(german[name]).filter((word) => english.includes(word));
  });
  expect(same.filter((word) => !ALIKE.includes(word))).toEqual([]);
});

async function read(file: string) {
  return { file, text: await readFile(path.join(sources, file), 'utf8') };
}

async function withWords({ file, text }: { file: string; text: string }): Promise<Catalogue> {
  const module: unknown = await import(pathToFileURL(path.join(sources, file)).href);
  if (!holdsWords(module)) throw new Error(`${file} has a catalogue and exports no words.`);
  return { name: file.replace(/(\/words)?\.ts$/, ''), text, words: module.words };
}

function holdsWords(module: unknown): module is { words: object } {
  return typeof module === 'object' && module !== null && 'words' in module;
}

/** Each word by its way, with the number of things it tells of. */
function shapesOf(words: unknown, way = ''): string[] {
  if (typeof words === 'function') return [`${way} tells of ${words.length}`];
  if (typeof words !== 'object' || words === null) return [`${way} is a ${typeof words}`];
  return Object.entries(words)
    .flatMap(([key, value]) => shapesOf(value, `${way}.${key}`))
    .sort();
}

function plainWords(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(plainWords) : [];
}
