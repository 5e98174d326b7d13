import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** Somebody who may share, and where. */
export interface Seeded {
  readonly credentials: { readonly email: string; readonly password: string };
  readonly domainId: string;
}

const run = promisify(execFile);
const program = path.resolve(import.meta.dirname, '../../services/standalone/src/cli/main.ts');
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Makes an account with one person through the command line, as whoever runs the system does. */
export const seed = async (addresses: Readonly<Record<string, string>>): Promise<Seeded> => {
  const { PATH, HOME } = process.env;
  const vitrine = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, [program, ...args], { env: { PATH, HOME, ...addresses } });
    return UUID.exec(stdout)?.[0] ?? stdout;
  };
  const credentials = { email: 'owner@faults.example', password: 'a-password-for-tests' };
  await vitrine('account', 'create', 'Faults', '--shares');
  const domainId = await vitrine('domain', 'create', 'Everything');
  const { email, password } = credentials;
  await vitrine('user', 'create', '--email', email, '--password', password, '--domain', 'Everything');
  return { credentials, domainId };
};
