import { open, chown } from 'node:fs/promises';
import { platform } from 'node:os';
import type { PostgresUser } from './postgres-user.ts';
import { isReachable } from './postgres-user.ts';

/** A folder as the user that the server runs as can name it. */
export interface LentFolder {
  readonly path: string;
  /** What a child process gets as its file descriptors 3 and up, for `path` to mean something. */
  readonly descriptors: readonly number[];
  readonly close: () => Promise<void>;
}

/**
 * Gives a folder to the server's user. Within a folder that only root may enter (as /root, or one of mktemp) the
 * way to it is an open file descriptor: /proc/self/fd leads past the folders above (proc(5)).
 */
export const lendFolder = async (folder: string, user: PostgresUser): Promise<LentFolder> => {
  await lend(folder, user);
  if (await isReachable(folder, user)) {
    return { path: folder, descriptors: [], close: () => Promise.resolve() };
  }
  if (platform() !== 'linux') {
    throw new Error(`PostgreSQL does not run as root, and its own user may not enter ${folder}.`);
  }
  const handle = await open(folder, 'r');
  return { path: '/proc/self/fd/3', descriptors: [handle.fd], close: () => handle.close() };
};

/** Makes the user the owner of a file or folder, where there is one. */
export const lend = async (target: string, { uid, gid }: PostgresUser): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(target, uid, gid);
};
