import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pinnedNode, root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { step } from './terminal.mjs';

// Prisma's install script fetches a schema engine, which nothing here uses, unless it is told that there is one.
const noEngineDownload = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };

/** Installs the dependencies, unless exactly those of package-lock.json are there. */
export async function install() {
  if (await isInstalled()) return;
  await step('Installing dependencies (the first time takes a minute or so)', () =>
    npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']),
  );
  if (!existsSync(pinnedNode)) {
    throw new Error('npm did not run the install script that brings Node 24. Allow scripts and run: npm ci');
  }
}

export function npm(args) {
  // npm must not run on the Node of node_modules: `npm ci` removes it while it works.
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.endsWith(path.join('node_modules', '.bin')))
    .join(path.delimiter);
  return runQuietly('npm', args, { PATH, ...noEngineDownload }, { shell: process.platform === 'win32' });
}

async function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  const wanted = await packagesOf('package-lock.json');
  const present = await packagesOf(path.join('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, link, optional, devOptional }]) =>
      !name.includes('node_modules/') ||
      link ||
      optional ||
      devOptional ||
      present[name]?.version === version,
  );
}

async function packagesOf(lockFile) {
  const file = path.join(root, lockFile);
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')).packages : {};
}
