import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.mjs';

const HEAD = `# Decisions

What was decided, why, and what it costs: one file of about ten lines each, by theme.`;

const themes = [
  'The house',
  'Running it',
  'Messages and services',
  'Who may what',
  'Shares, guests and mail',
  'Files and pictures',
  'Downloads',
  'The page',
];

const folder = path.join(root, 'docs', 'decisions');

/** docs/decisions/README.md: the titles of all of them, below the theme that each names. */
export async function decisionsDocument() {
  const files = (await readdir(folder)).filter((name) => /^\d{3}-.+\.md$/.test(name)).sort();
  const decisions = await Promise.all(files.map(read));
  const parts = themes.map((theme) => {
    const lines = decisions.filter((decision) => decision.theme === theme).map(({ line }) => line);
    return `## ${theme}\n\n${lines.join('\n')}`;
  });
  return [HEAD, ...parts].join('\n\n');
}

async function read(file) {
  const text = await readFile(path.join(folder, file), 'utf8');
  const [heading] = text.split('\n');
  const title = heading.replace(/^#\s*\d{3}\s+/, '');
  const theme = /^\*\*Status\.\*\* .*\*\*Theme\.\*\* (.+)\.$/m.exec(text)?.[1];
  if (!themes.includes(theme))
    throw new Error(`${file} names no theme: "**Status.** … **Theme.** <one of ${themes.join(', ')}>."`);
  return { theme, line: `- [${file.slice(0, 3)} ${title}](${file})` };
}
