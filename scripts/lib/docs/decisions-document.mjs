import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.mjs';

const HEAD = `# Decisions

What was decided, why, and what it costs: one file of about ten lines each.`;

const folder = path.join(root, 'docs', 'decisions');

/** docs/decisions/README.md: the titles of all of them. */
export async function decisionsDocument() {
  const files = (await readdir(folder)).filter((name) => /^\d{3}-.+\.md$/.test(name)).sort();
  const lines = await Promise.all(files.map(lineOf));
  return [HEAD, lines.join('\n')].join('\n\n');
}

async function lineOf(file) {
  const [heading] = (await readFile(path.join(folder, file), 'utf8')).split('\n');
  const title = heading.replace(/^#\s*(\d{3}[.:]?\s+)?/, '');
  return `- [${file.slice(0, 3)} ${title}](${file})`;
}
