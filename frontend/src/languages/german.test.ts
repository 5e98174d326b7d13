import { expect, test } from '@jest/globals';
import { allCatalogues } from './all-catalogues.ts';
import { german } from './german.ts';

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

const catalogues = await allCatalogues();

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
