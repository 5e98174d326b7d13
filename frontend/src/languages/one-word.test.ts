import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { allCatalogues } from './all-catalogues.ts';

const sources = path.join(import.meta.dirname, '..');

/** What was said beside the word that stands for it everywhere. */
const ENGLISH: Record<string, RegExp> = {
  'in the account': /\b(nobody|somebody|everybody|people|person|user|domain) of (your|the|this) account\b/i,
  'that you selected': /\bof your selection\b/,
  'no longer': /\bno \w+ any more\b/,
  'spam folder': /\bunwanted mail\b|sorted out as spam/,
};
const GERMAN: Record<string, RegExp> = {
  'E-Mail': /(?<!E-)\bMails?\b/,
  'Ihre Verwaltung': /\bAdministration\b/,
  'Spam-Ordner': /\bunerwünscht/,
  ausgewählt: /(?<!aus)gewählt\b/i,
  fehlgeschlagen: /\bgescheitert\b/,
  gilt: /\b[Ll]ink funktioniert\b/,
  herunterladen: /\bAuswahl laden\b/,
  'Nichts gefunden': /\b(Nichts|Niemand) passt dazu\b/,
  'werden geladen': /\bwerden gelesen\b/,
};

test('one thing has one word in English', async () => {
  const catalogues = await allCatalogues();
  expect(catalogues.flatMap(({ name, text }) => otherWords(ENGLISH, name, text))).toEqual([]);
});

test('one thing has one word in German', async () => {
  const names = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('words.de.ts'));
  expect(names.length).toBeGreaterThan(30);
  const found = await Promise.all(
    names.map(async (name) => otherWords(GERMAN, name, await readFile(path.join(sources, name), 'utf8'))),
  );
  expect(found.flat()).toEqual([]);
});

function otherWords(others: Record<string, RegExp>, name: string, text: string): string[] {
  const said = text.split('\n').filter((line) => !/^\s*(\/?\*|\/\/)/.test(line));
  return said.flatMap((line) =>
    Object.entries(others)
      .filter(([, other]) => other.test(line))
      .map(([word]) => `${name}: ${word}, in ${line.trim()}`),
  );
}
