import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { UNUSED_PARTS } from './unused-parts.ts';

const sources = path.join(import.meta.dirname, '..', 'src');

test('when a part of a component is left out of the page, then nothing of the page names it', async () => {
  const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.tsx'));
  const texts = await Promise.all(files.map((name) => readFile(path.join(sources, name), 'utf8')));
  const named = texts.flatMap((text) => text.match(/\b[A-Z]\w+\.[A-Z]\w+/g) ?? []);
  expect(named).toContain('Menu.RadioGroup');
  expect(UNUSED_PARTS.filter((part) => named.includes(part))).toEqual([]);
});
