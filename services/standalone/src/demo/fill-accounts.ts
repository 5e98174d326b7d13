import type { System } from '../system.ts';
import { DEMO_ACCOUNTS, DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';

/** Where the demo's assets go. */
export interface DemoPlace {
  accountId: string;
  domainId: string;
  /** Who counts as the uploader. */
  userId: string;
}

const AS_LAUNCHER = { context: { actor: { kind: 'service' as const, service: 'standalone' } } };

const isConflict = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'conflict';

/** What is there already is taken as it is, so that a demo that was cut off can be gone on with. */
const unlessThere = async (make: () => Promise<unknown>): Promise<void> => {
  try {
    await make();
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
};

const userId = async ({ clients }: System, accountId: string, email: string): Promise<string> => {
  const { users } = await clients.identity.findUsers({ accountId, emails: [email] }, AS_LAUNCHER);
  const [user] = users;
  if (user === undefined) throw new Error(`The demo's user ${email} is missing.`);
  return user.id;
};

type Account = Awaited<ReturnType<System['commands']['listAccounts']>>[number];

const addPerson = async (
  system: System,
  account: Account,
  person: DemoPerson,
  password: string,
): Promise<void> => {
  const { commands } = system;
  const { email, name, isAdministrator } = person;
  await unlessThere(() =>
    commands.createUser({ accountId: account.id, email, name, password, isAdministrator }),
  );
  const id = await userId(system, account.id, email);
  for (const domain of account.domains.filter(({ name }) => person.domains.includes(name)))
    await commands.addMember({ domainId: domain.id, userId: id });
};

const accountNamed = async ({ commands }: System, name: string): Promise<Account> => {
  const account = (await commands.listAccounts()).find((each) => each.name === name);
  if (account === undefined) throw new Error(`The demo's account ${name} is missing.`);
  return account;
};

/** Makes the demo's accounts, domains and people. @returns the places by the name of their domain */
export const fillAccounts = async (system: System, password: string): Promise<Map<string, DemoPlace>> => {
  const places = new Map<string, DemoPlace>();
  for (const { name, shares, domains } of DEMO_ACCOUNTS) {
    await unlessThere(() => system.commands.createAccount({ name, features: { shares } }));
    const { id } = await accountNamed(system, name);
    for (const domain of domains)
      await unlessThere(() => system.commands.createDomain({ accountId: id, name: domain }));
    const account = await accountNamed(system, name);
    const people = DEMO_PEOPLE.filter((person) => person.account === name);
    await Promise.all(people.map((person) => addPerson(system, account, person, password)));
    const uploader = await userId(system, id, people[0]?.email ?? '');
    for (const domain of account.domains)
      places.set(domain.name, { accountId: id, domainId: domain.id, userId: uploader });
  }
  return places;
};
