import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { asvsNumbers } from './asvs-numbers.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');
const read = (name: string): Promise<string> => readFile(path.join(docs, name), 'utf8');

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => path.join(docs, link));

test('docs/security.md names every test of this folder, and each link in it leads somewhere', async () => {
  const links = linksIn(await read('security.md'));
  const tests = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.test.ts'));
  const named = new Set(links.map((link) => path.basename(link)));
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  expect(tests.filter((name) => name !== path.basename(import.meta.filename) && !named.has(name))).toEqual(
    [],
  );
});

interface Requirement {
  number: string;
  level: string;
  state: string;
  how: string;
  shownBy: string;
}

const requirementsIn = (text: string): Requirement[] =>
  text
    .split('\n')
    .filter((line) => /^\| V\d/.test(line))
    .map((line) => {
      const [, number = '', level = '', , state = '', how = '', shownBy = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { number, level, state, how, shownBy };
    });

const countsOf = (requirements: readonly Requirement[]) => {
  const countOf = (state: string) => requirements.filter((each) => each.state === state).length;
  return { yes: countOf('yes'), partly: countOf('partly'), no: countOf('no') };
};

test('docs/asvs.md has every requirement of levels 1 and 2 once and in order, each with a state and what it stands on', async () => {
  const requirements = requirementsIn(await read('asvs.md'));
  expect(requirements.map(({ number }) => number)).toEqual(asvsNumbers());
  expect(requirements.filter(({ level }) => level === '1')).toHaveLength(70);
  expect(requirements.filter(({ level }) => level === '2')).toHaveLength(183);
  for (const each of requirements) {
    expect(['yes', 'partly', 'no', 'does not apply']).toContain(each.state);
    expect(each.how).not.toBe('');
    if (each.state === 'yes') expect(each.shownBy).toMatch(/\]\(|read in/);
  }
});

test('each link in docs/asvs.md leads somewhere, and where it promises that a document has a chapter, it has', async () => {
  const links = linksIn(await read('asvs.md'));
  expect(links.length).toBeGreaterThan(300);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  const security = await read('security.md');
  for (const title of ['Ways in', 'Data, by what it asks for', 'What is written down'])
    expect(security).toContain(`## ${title}\n`);
  expect(await read('dependencies.md')).toContain('## How soon a weakness is mended\n');
  expect(await read('operations.md')).toContain('## Changing a secret\n');
});

test('what docs/security.md says of each chapter, and docs/asvs.md of all, is what the requirements say', async () => {
  const asvs = await read('asvs.md');
  const requirements = requirementsIn(asvs);
  const chapters = [
    ...(await read('security.md')).matchAll(/^\| V(\d+) [^|]+\| ([^|]+) \|([^|]+)\|([^|]+)\|([^|]+)\|/gm),
  ];
  expect(chapters).toHaveLength(17);
  for (const [, chapter = '', state = '', ...told] of chapters) {
    const counts = countsOf(requirements.filter(({ number }) => number.startsWith(`V${chapter}.`)));
    const [yes, partly, no] = told.map(Number);
    expect({ chapter, yes, partly, no }).toEqual({ chapter, ...counts });
    const missing = counts.partly + counts.no;
    expect({ chapter, state }).toEqual({
      chapter,
      state: missing > 0 ? 'partly' : counts.yes > 0 ? 'yes' : '–',
    });
  }
  const { yes, partly, no } = countsOf(requirements);
  const others = requirements.length - yes - partly - no;
  expect(asvs).toContain(`${yes} yes, ${partly} partly, ${no} no, ${others} do not apply, of 253.`);
});
