// node scripts/prune-packages.mjs <service>: removes from node_modules what the service cannot reach while it runs. npm
// leaves there what is only an optional peer of something (all of Prisma's command line, TypeScript), 300 MB of it.
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isMain } from './lib/paths.mjs';

/** Prisma's client brings an engine for every kind of database, in several forms. */
const otherDatabases = /\.(mysql|sqlite|sqlserver|cockroachdb)\./;

/**
 * The places in node_modules that a workspace reaches, by the lock file: what it and its packages depend on, and their
 * peers, but not the peers that are optional.
 */
export function reachable(packages, start) {
  const found = new Set();
  const visit = (place) => {
    const entry = packages[place];
    if (entry === undefined || found.has(place)) return;
    found.add(place);
    if (entry.link === true) visit(entry.resolved);
    for (const name of namesNeeded(entry)) {
      const at = placeOf(packages, place, name);
      if (at !== undefined) visit(at);
    }
  };
  visit(start);
  return found;
}

function namesNeeded({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}) {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
}

/** Where Node finds a package from a folder: in the nearest node_modules upwards. */
function placeOf(packages, from, name) {
  for (let folder = from; ; folder = path.posix.dirname(folder)) {
    const place = path.posix.join(folder === '.' ? '' : folder, 'node_modules', name);
    if (packages[place] !== undefined) return place;
    if (folder === '.' || folder === '') return undefined;
  }
}

async function prune(service) {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const start = packages[`node_modules/@vitrine/${service}`]?.resolved;
  if (start === undefined) throw new Error(`There is no service ${service}.`);
  const needed = reachable(packages, start);
  const places = Object.keys(packages).filter((place) => place.includes('node_modules/'));
  const holdsNeeded = (place) => [...needed].some((other) => other.startsWith(`${place}/`));
  for (const place of places.filter((each) => !needed.has(each) && !holdsNeeded(each)))
    await rm(place, { recursive: true, force: true });
  const runtime = path.join('node_modules', '@prisma', 'client', 'runtime');
  const engines = await readdir(runtime).catch(() => []);
  for (const file of engines.filter((name) => otherDatabases.test(name))) await rm(path.join(runtime, file));
}

if (isMain(import.meta.url)) await prune(process.argv[2]);
