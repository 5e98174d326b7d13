import { commandLine, type RunningVitrine } from '../support/running-vitrine.ts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { DEMO_PASSWORD } from '../support/running-vitrine.ts';
import { mailTo, tokenIn } from '../support/main-job.ts';

/** Everybody who may try something, in the order of the columns of policy.ts. */
export const ROLES = [
  'nobody',
  'guest',
  'guest of another',
  'internal guest',
  'colleague',
  'other domain',
  'administrator',
  'other account',
  'owner',
] as const;
export type Role = (typeof ROLES)[number];
export type Cast = Record<Role, ApiPerson>;

/** The signs-in of those who have one. Petra and Paul belong to Press, Rolf to an account of his own. */
const ADDRESSES: Partial<Record<Role, string>> = {
  'internal guest': 'petra@demo.test',
  colleague: 'noah@demo.test',
  'other domain': 'paul@demo.test',
  administrator: 'admin@demo.test',
  'other account': 'rolf@rival.test',
  owner: 'mia@demo.test',
};

/** Those whom the shared thing is none of the business of, and who are to find no trace of it anywhere. */
export const STRANGERS: readonly Role[] = ['nobody', 'guest of another', 'other domain', 'other account'];

/** Adds the people whom the demo lacks. */
export const addPeople = async ({ dataDir }: RunningVitrine): Promise<void> => {
  const run = async (...args: string[]): Promise<void> => {
    const { code, printed } = await commandLine(dataDir, ...args);
    if (code !== 0) throw new Error(printed);
  };
  const user = (account: string, email: string, domain: string) =>
    run(
      'user',
      'create',
      '--account',
      account,
      '--email',
      email,
      '--password',
      DEMO_PASSWORD,
      '--domain',
      domain,
    );
  await run('account', 'create', 'Rival', '--shares');
  await Promise.all([
    run('domain', 'create', 'Lab', '--account', 'Rival'),
    user('Acme', 'petra@demo.test', 'Press'),
    user('Acme', 'paul@demo.test', 'Press'),
  ]);
  await user('Rival', 'rolf@rival.test', 'Lab');
};

/** A new session of somebody with a sign-in; a stranger's browser for everybody else. */
export const newSessionOf = (url: string, role: Role): Promise<ApiPerson> => {
  const email = ADDRESSES[role];
  return email === undefined ? Promise.resolve(anApiPerson(url)) : signedIn(url, email);
};

/** A guest who opened the link in the newest mail to that address. */
export const guestAt = async (url: string, address: string): Promise<ApiPerson> => {
  const guest = anApiPerson(url);
  await guest.post('/guest/session', { token: tokenIn(await mailTo(url, address)) });
  return guest;
};
