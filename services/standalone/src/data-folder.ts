import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getSystemErrorMessage } from 'node:util';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';

/** The folder that holds everything this system keeps, locked for this process. */
export interface DataFolder {
  pathTo: (...names: string[]) => string;
  unlock: () => void;
}

const isFolder = async (name: string): Promise<boolean> =>
  (await stat(name).catch(() => null))?.isDirectory() ?? false;

const isThere = (error: unknown): boolean => (error as { code?: unknown }).code === 'EEXIST';

/** Not `recursive`: where nobody can make one, as below `/proc`, Node tries that without end. */
const makeFolder = async (folder: string): Promise<void> => {
  if (await isFolder(folder)) return;
  await makeFolder(path.dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (await isFolder(folder)) return;
    throw isThere(error) ? new Error(`${folder} is no folder`) : error;
  }
};

const SQLITE_BUSY = 5;

const tryLock = (file: string): DatabaseSync | null => {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: unknown }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
};

/** What the system or SQLite calls it. */
const reasonFor = (error: unknown): string => {
  const { errno, message } = error as { errno?: unknown; message?: unknown };
  return typeof errno === 'number' ? getSystemErrorMessage(errno) : String(message);
};

/**
 * Locks a data folder for this process; null while another one runs on it. The lock is one of the operating system on
 * a file (taken through SQLite, which is part of Node), so it ends with the process however that ends.
 * @throws Refusal where the folder cannot be made or written
 */
export const lockDataFolder = async (folder: string): Promise<DataFolder | null> => {
  const absolute = path.resolve(folder);
  try {
    await makeFolder(absolute);
    await access(absolute, constants.R_OK | constants.W_OK | constants.X_OK);
    const lock = tryLock(path.join(absolute, 'lock.db'));
    return lock && { pathTo: (...names) => path.join(absolute, ...names), unlock: () => lock.close() };
  } catch (error) {
    throw new Refusal(
      `The data folder ${absolute} cannot be written: ${reasonFor(error)}. Mend that, or give another one with DATA_DIR.`,
      { cause: error },
    );
  }
};
