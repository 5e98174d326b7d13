import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lend, lendFolder } from './lent-folder.ts';
import type { PostgresUser } from './postgres-user.ts';

interface NewCluster {
  /** Where the cluster shall be; it appears there complete or not at all. */
  readonly cluster: string;
  readonly initdb: string;
  readonly user: PostgresUser;
  readonly owner: string;
  readonly password: string;
  readonly isDurable: boolean;
}

// Letters outside of ASCII are letters only under a ctype that knows UTF-8; not every system names it alike.
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Makes a cluster beside its place and moves it there, so that a kill half-way leaves none that looks whole. */
export const createCluster = async (wanted: NewCluster): Promise<void> => {
  const temporary = `${wanted.cluster}.new`;
  const secrets = await mkdtemp(path.join(tmpdir(), 'vitrine-initdb-'));
  try {
    const passwordFile = path.join(secrets, 'password');
    await writeFile(passwordFile, wanted.password, { mode: 0o600 });
    await Promise.all([lend(secrets, wanted.user), lend(passwordFile, wanted.user)]);
    await inFirstLocale((locale) => initialise(wanted, { temporary, passwordFile, locale }));
    await rename(temporary, wanted.cluster);
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
};

const inFirstLocale = async (attempt: (locale: string) => Promise<void>): Promise<void> => {
  let failure: unknown;
  for (const locale of LOCALES) {
    try {
      await attempt(locale);
      return;
    } catch (error) {
      failure = error;
    }
  }
  throw new Error('The embedded PostgreSQL could not make its data directory.', { cause: failure });
};

const initialise = async (
  { initdb, user, owner, isDurable }: NewCluster,
  { temporary, passwordFile, locale }: { temporary: string; passwordFile: string; locale: string },
): Promise<void> => {
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { mode: 0o700 });
  const folder = await lendFolder(temporary, user);
  const options = [
    `--pgdata=${folder.path}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-messages=C',
    ...(isDurable ? [] : ['--no-sync']),
  ];
  await succeed(initdb, options, { user, descriptors: folder.descriptors }).finally(folder.close);
};

/** execFile cannot hand on file descriptors. */
const succeed = async (
  program: string,
  options: readonly string[],
  { user, descriptors }: { user: PostgresUser; descriptors: readonly number[] },
): Promise<void> => {
  const child = spawn(program, options, {
    ...user,
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'pipe', ...descriptors],
  });
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb failed: ${complaints.join('').trim()}`);
};
