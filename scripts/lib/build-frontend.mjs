import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, pinnedNode, root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { step } from './terminal.mjs';

const sources = ['frontend', 'contracts', 'package-lock.json'];
const notSources = new Set(['node_modules', 'dist', 'coverage']);
const stamp = path.join(cache, 'frontend');

/** Builds the page into frontend/dist, unless it was built from the same sources. */
export async function buildFrontend() {
  const hash = await hashOf(sources.map((source) => path.join(root, source)));
  const isBuilt = existsSync(path.join(root, 'frontend', 'dist', 'index.html'));
  if (isBuilt && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  await step('Building the page', () =>
    runQuietly(
      pinnedNode,
      [path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'],
      {},
      {
        cwd: path.join(root, 'frontend'),
      },
    ),
  );
  await mkdir(cache, { recursive: true });
  await writeFile(stamp, hash);
}

async function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(paths.map(filesIn))).flat()) {
    hash
      .update(path.relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesIn(start) {
  if (path.extname(start) === '.json') return [start];
  const entries = await readdir(start, { withFileTypes: true });
  const nested = entries
    .filter(({ name }) => !notSources.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => {
      const file = path.join(start, entry.name);
      return entry.isDirectory() ? filesIn(file) : [file];
    });
  return (await Promise.all(nested)).flat();
}
