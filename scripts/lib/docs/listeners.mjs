import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.mjs';

/** Which services react to an event, as their folders `when-…` say: a function of the name of its definition. */
export async function findListeners() {
  const reactions = await Promise.all((await reactionFolders()).map(read));
  return (definitionName) => {
    const hears = ({ source }) => new RegExp(`\\b${definitionName}\\b|\\bonEvery\\(`).test(source);
    return [...new Set(reactions.filter(hears).map(({ service }) => service))].sort();
  };
}

async function reactionFolders() {
  const services = await readdir(path.join(root, 'services'));
  const sources = services.map((service) => ({
    service,
    folder: path.join(root, 'services', service, 'src'),
  }));
  const nested = sources
    .filter(({ folder }) => existsSync(folder))
    .map(async ({ service, folder }) =>
      (await readdir(folder))
        .filter((name) => name.startsWith('when-'))
        .map((name) => ({ service, file: path.join(folder, name, `${name}.ts`) })),
    );
  return (await Promise.all(nested)).flat();
}

async function read({ service, file }) {
  return { service, source: await readFile(file, 'utf8') };
}
