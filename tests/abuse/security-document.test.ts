import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const docs = path.resolve(import.meta.dirname, '../../docs');

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => path.join(docs, link));

test('docs/security.md names every test of this folder, and each link in it leads somewhere', async () => {
  const links = linksIn(await readFile(path.join(docs, 'security.md'), 'utf8'));
  const tests = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.test.ts'));
  const named = new Set(links.map((link) => path.basename(link)));
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  expect(tests.filter((name) => name !== path.basename(import.meta.filename) && !named.has(name))).toEqual(
    [],
  );
});
