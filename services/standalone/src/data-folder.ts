import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';

/** The folder that holds everything this system keeps, locked for this process. */
export interface DataFolder {
  pathTo: (...names: string[]) => string;
  unlock: () => void;
}

const makeWritable = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written. Give another one with DATA_DIR, or mend its rights.`,
      {
        cause: error,
      },
    );
  }
};

const tryLock = (file: string): DatabaseSync | null => {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return lock;
  } catch {
    lock.close();
    return null;
  }
};

/**
 * Locks a data folder for this process; null while another one runs on it. The lock is one of the operating system on
 * a file (taken through SQLite, which is part of Node), so it ends with the process however that ends.
 * @throws Refusal where the folder cannot be made or written
 */
export const lockDataFolder = async (folder: string): Promise<DataFolder | null> => {
  const absolute = path.resolve(folder);
  await makeWritable(absolute);
  const lock = tryLock(path.join(absolute, 'lock.db'));
  return lock === null
    ? null
    : { pathTo: (...names) => path.join(absolute, ...names), unlock: () => lock.close() };
};
