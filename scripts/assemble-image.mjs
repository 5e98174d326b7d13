// node scripts/assemble-image.mjs <service> <folder>: lays the sources that a service runs from into a folder of an
// image, itself and the workspaces that it depends on, with what was generated and without tests. `service` in it
// leads to the service, so that every image starts alike.
import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { isMain, root } from './lib/paths.mjs';

const scope = '@vitrine/';
const isTest = /\.test\.tsx?$|(^|[\\/])(test|testing|node_modules|README\.md)$/;
/** Those that hand the page to browsers. */
const withPage = ['gateway', 'standalone'];

/** The folders of a service and of all workspaces that it needs while it runs, from the root. */
export async function foldersOf(service) {
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

export async function assemble(service, target) {
  const folders = await foldersOf(service);
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

async function workspaces() {
  const services = await readdir(path.join(root, 'services'));
  const folders = ['contracts', 'gateway', ...services.map((name) => path.posix.join('services', name))];
  const entries = await Promise.all(folders.map(describe));
  return new Map(entries);
}

async function describe(folder) {
  const { name, dependencies } = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
  const needs = Object.keys(dependencies ?? {})
    .filter((dependency) => dependency.startsWith(scope))
    .map((dependency) => dependency.slice(scope.length));
  return [name.slice(scope.length), { folder, needs }];
}

const names = (known) => [...known.keys()].filter((name) => name !== 'contracts' && name !== 'platform');

if (isMain(import.meta.url)) {
  const [service, target] = process.argv.slice(2);
  await assemble(service, target);
}
