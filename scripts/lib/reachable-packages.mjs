import path from 'node:path';

/**
 * The places in node_modules that a workspace reaches while it runs, by the lock file: what it and its packages depend
 * on, and their peers. Peers that are optional are not among them, though npm installs them: all of Prisma's command
 * line and TypeScript, 300 MB.
 */
export function reachablePackages(packages, workspace) {
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
  visit(workspace);
  return [...found].filter((place) => place.includes('node_modules/'));
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
