import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The words of a feature as they stand in English, with the code that they stand in. */
export type Catalogue = { name: string; text: string; words: object };

const sources = path.join(import.meta.dirname, '..');
const isCatalogue = (file: string): boolean => /(^|[/-])words\.ts$/.test(file);

/** Every catalogue of the page, for tests that look at all of them. */
export async function allCatalogues(): Promise<Catalogue[]> {
  const files = (await readdir(sources, { recursive: true })).map((file) => file.split(path.sep).join('/'));
  const texts = await Promise.all(files.filter(isCatalogue).map(read));
  const catalogues: Catalogue[] = [];
  // One after another: Jest links no two modules at once that import the same.
  for (const each of texts.filter(({ text }) => text.includes('catalogue(')))
    catalogues.push(await withWords(each));
  return catalogues;
}

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
