import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The file of a program: on the PATH, where Debian keeps servers, or where Go installs. Null where there is none. */
export const findBinary = (name: string): string | null =>
  folders()
    .map((folder) => path.join(folder, name))
    .find(isExecutable) ?? null;

/** Whether this user may run the file. */
export const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const folders = (): string[] => {
  const { PATH = '', GOBIN, GOPATH = '' } = process.env;
  const goFolders = GOPATH.split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, 'bin'));
  return [
    ...PATH.split(path.delimiter),
    '/usr/local/sbin',
    '/usr/sbin',
    ...(GOBIN ? [GOBIN] : []),
    ...goFolders,
    path.join(homedir(), 'go', 'bin'),
  ].filter(Boolean);
};
