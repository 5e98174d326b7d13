import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import * as z from 'zod';
import type { System } from '../system.ts';

type Accounts = Awaited<ReturnType<System['commands']['listAccounts']>>;
type Account = Accounts[number];

const AS_COMMAND_LINE = { context: { actor: { kind: 'service' as const, service: 'command-line' } } };

const matches = (thing: { id: string; name: string }, wanted: string): boolean =>
  thing.id === wanted || thing.name.toLowerCase() === wanted.toLowerCase();

/** The account of that name or id; the only one there is where none is named. */
export const accountOf = async ({ commands }: System, wanted: string | undefined): Promise<Account> => {
  const accounts = await commands.listAccounts();
  const found =
    wanted === undefined
      ? accounts.length === 1
        ? accounts
        : []
      : accounts.filter((each) => matches(each, wanted));
  const [account] = found;
  if (account !== undefined) return account;
  if (accounts.length === 0)
    throw new Refusal('There is no account yet. Make one: npm run vitrine -- account create <name>');
  const names = accounts.map(({ id, name }) => `${name} (${id})`).join(', ');
  throw new Refusal(
    wanted === undefined
      ? `Say which account with --account: ${names}`
      : `There is no account ${wanted}. There are: ${names}`,
  );
};

/** A domain by its id, or by its name where only one account has one of that name. */
export const domainOf = async (
  { commands }: System,
  wanted: string,
): Promise<{ account: Account; id: string; name: string }> => {
  const accounts = await commands.listAccounts();
  const found = accounts.flatMap((account) =>
    account.domains.filter((domain) => matches(domain, wanted)).map((domain) => ({ account, ...domain })),
  );
  const [domain] = found;
  if (domain !== undefined && found.length === 1) return domain;
  const names = accounts
    .flatMap(({ name, domains }) => domains.map((each) => `${name} / ${each.name} (${each.id})`))
    .join(', ');
  throw new Refusal(
    `${found.length === 0 ? `There is no domain ${wanted}` : `More than one domain is called ${wanted}`}. There are: ${names || 'none'}`,
  );
};

/** A user of an account by address or id. */
export const userOf = async (
  { clients }: System,
  accountId: string,
  wanted: string,
): Promise<{ id: string; email: string }> => {
  const by = wanted.includes('@') ? { emails: [wanted] } : { userIds: [idIn(wanted)] };
  const { users } = await clients.identity.findUsers({ accountId, ...by }, AS_COMMAND_LINE);
  const [user] = users;
  if (user === undefined) throw new Refusal(`The account has no enabled user ${wanted}.`);
  return user;
};

/** The id of a user, disabled ones too, by id or by the address, which is one person's in all accounts. */
export const userIdOf = async ({ clients }: System, wanted: string): Promise<string> => {
  if (!wanted.includes('@')) return idIn(wanted);
  try {
    return (await clients.identity.userByEmail({ email: wanted }, AS_COMMAND_LINE)).userId;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found')
      throw new Refusal(`There is no user ${wanted}.`);
    throw error;
  }
};

/** What is no address has to be an id: people have names, too, and are not found by them. */
const idIn = (wanted: string): string => {
  if (!z.uuid().safeParse(wanted).success)
    throw new Refusal(`There is no user ${wanted}. Name one by address or id.`);
  return wanted;
};
