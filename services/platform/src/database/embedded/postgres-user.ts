import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** Whom the server runs as: nothing to say where we are not root. */
export interface PostgresUser {
  readonly uid?: number;
  readonly gid?: number;
}

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root: root lends it the system user `postgres`, made where there is none, or
 * `nobody` where none can be made.
 */
export const postgresUser = async (): Promise<PostgresUser> => {
  if (process.getuid?.() !== 0) return {};
  const user = (await idsOf('postgres')) ?? (await makeUser()) ?? (await idsOf('nobody'));
  if (!user) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" that could run it. Start as another user.',
    );
  }
  return user;
};

/** Whether another user may enter the folder: every folder above it lets others pass. */
export const isReachable = async (folder: string, { uid, gid }: PostgresUser): Promise<boolean> => {
  if (uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const facts = await stat(at);
    const bit = facts.uid === uid ? 0o100 : facts.gid === gid ? 0o010 : 0o001;
    if ((facts.mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
};

const idsOf = async (name: string): Promise<Required<PostgresUser> | undefined> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
};

const makeUser = async (): Promise<Required<PostgresUser> | undefined> => {
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined);
  return idsOf('postgres');
};
