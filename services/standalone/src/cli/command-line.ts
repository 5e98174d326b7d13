import path from 'node:path';
import { PASSWORD_LENGTH_MIN } from '@vitrine/contracts';
import { Command } from 'commander';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import type { System } from '../system.ts';
import { addDeadLetters } from './dead-letters.ts';
import { accountOf, domainOf, userIdOf, userOf } from './find.ts';
import { addObjects } from './verify-objects.ts';
import { importFolder } from './import-folder.ts';
import { type SystemAtHand, withSystem } from './with-system.ts';

type Run = (work: (system: System, at: SystemAtHand) => Promise<void>) => Promise<void>;

const say = (line: string): void => console.log(line);

const required = (value: string | undefined, what: string): string => {
  if (value === undefined || value.trim() === '') throw new Refusal(`Say ${what}.`);
  return value;
};

/** A name that is taken, as a sentence. */
const unlessThere = async <Made>(making: Promise<Made>, sentence: string): Promise<Made> => {
  try {
    return await making;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') throw new Refusal(sentence);
    throw error;
  }
};

const addAccounts = (program: Command, run: Run): void => {
  const account = program.command('account').description('accounts: the customers');
  account
    .command('create [name]')
    .description('make an account')
    .option('--name <name>', 'the name, instead of as an argument')
    .option('--shares', 'with the shares feature on')
    .action((name: string | undefined, options: { name?: string; shares?: boolean }) =>
      run(async ({ commands }) => {
        const made = await commands.createAccount({
          name: required(name ?? options.name, 'how the account is called: account create <name>'),
          features: { shares: options.shares === true },
        });
        say(`account ${made.name}  ${made.id}`);
      }),
    );
  account
    .command('list')
    .description('list accounts and their domains')
    .action(() =>
      run(async ({ commands }) => {
        for (const { id, name, domains, features } of await commands.listAccounts()) {
          say(`account ${name}  ${id}  shares ${features.shares ? 'on' : 'off'}`);
          for (const domain of domains) say(`  domain ${domain.name}  ${domain.id}`);
        }
      }),
    );
};

interface UserOptions {
  account?: string;
  email?: string;
  name?: string;
  password?: string;
  administrator?: boolean;
  domain?: string[];
}

const createUser = async (system: System, options: UserOptions): Promise<void> => {
  const { id: accountId } = await accountOf(system, options.account);
  const email = required(options.email, 'the address with --email');
  const { password } = options;
  if (password !== undefined && password.length < PASSWORD_LENGTH_MIN)
    throw new Refusal(`A password has at least ${PASSWORD_LENGTH_MIN} characters.`);
  const isAdministrator = options.administrator === true;
  const name = options.name ?? email.split('@')[0] ?? email;
  const domains = await Promise.all((options.domain ?? []).map((each) => domainOf(system, each)));
  const domainIds = domains.map((domain) => domain.id);
  const facts = { accountId, email, name, password, isAdministrator, domainIds };
  const user = await unlessThere(system.commands.createUser(facts), `There is a user ${email} already.`);
  say(`user ${email}  ${user.id}`);
  if (user.madePassword !== null) say(`password ${user.madePassword}`);
};

const addUsers = (program: Command, run: Run): void => {
  const user = program.command('user').description('users: the people of an account');
  user
    .command('create')
    .description('make a user; without --password one is made and printed')
    .option('--account <name or id>', 'the account; not needed where there is one only')
    .option('--email <address>', 'the address to sign in with')
    .option('--name <name>', 'the name that others see')
    .option('--password <password>', 'at least 8 characters')
    .option('--administrator', 'may manage the account')
    .option('--domain <name or id...>', 'domains that the user belongs to')
    .action((options: UserOptions) => run((system) => createUser(system, options)));
  for (const [verb, does] of [
    ['disable', 'disableUser'],
    ['enable', 'enableUser'],
  ] as const)
    user
      .command(`${verb} <user>`)
      .description(`${verb} a user by address or id`)
      .action((wanted: string) =>
        run(async (system) => {
          await system.commands[does]({ userId: await userIdOf(system, wanted) });
          say(`user ${wanted} is ${verb}d`);
        }),
      );
};

const addDomains = (program: Command, run: Run): void => {
  program
    .command('domain')
    .description('domains: the organisational units that own assets')
    .command('create [name]')
    .description('make a domain')
    .option('--name <name>', 'the name, instead of as an argument')
    .option('--account <name or id>', 'the account; not needed where there is one only')
    .action((name: string | undefined, options: { name?: string; account?: string }) =>
      run(async (system) => {
        const account = await accountOf(system, options.account);
        const wanted = required(name ?? options.name, 'how the domain is called: domain create <name>');
        const made = await unlessThere(
          system.commands.createDomain({ accountId: account.id, name: wanted }),
          `${account.name} has a domain ${wanted} already.`,
        );
        say(`domain ${made.name}  ${made.id}`);
      }),
    );
  program
    .command('member')
    .description('memberships: which domains a user belongs to')
    .command('add')
    .description('let a user into a domain')
    .requiredOption('--domain <name or id>', 'the domain')
    .requiredOption('--user <address or id>', 'the user')
    .action(({ domain, user }: { domain: string; user: string }) =>
      run(async (system) => {
        const place = await domainOf(system, domain);
        const person = await userOf(system, place.account.id, user);
        await system.commands.addMember({ domainId: place.id, userId: person.id });
        say(`${person.email} belongs to ${place.name}`);
      }),
    );
};

const addFeatures = (program: Command, run: Run): void => {
  const feature = program.command('feature').description('features of an account: shares');
  for (const [verb, isOn] of [
    ['enable', true],
    ['disable', false],
  ] as const)
    feature
      .command(`${verb} <feature>`)
      .description(`${verb} a feature`)
      .option('--account <name or id>', 'the account; not needed where there is one only')
      .action((name: string, options: { account?: string }) =>
        run(async (system) => {
          if (name !== 'shares') throw new Refusal(`There is no feature ${name}. There is: shares`);
          const account = await accountOf(system, options.account);
          await system.commands.setFeature({ accountId: account.id, feature: name, isOn });
          say(`shares is ${isOn ? 'on' : 'off'} for ${account.name}`);
        }),
      );
};

/** `npm run vitrine -- …`: what is done to a system from the keyboard of whoever runs it. */
export const commandLine = (environment: NodeJS.ProcessEnv): Command => {
  const run: Run = (work) => withSystem(environment, (at) => work(at.system, at));
  const program = new Command('vitrine').description(
    'Vitrine from the keyboard. It works whether the system runs or not.',
  );
  addAccounts(program, run);
  addUsers(program, run);
  addDomains(program, run);
  addFeatures(program, run);
  addDeadLetters(program, run);
  addObjects(program, run);
  program
    .command('import <folder>')
    .description('take in a folder of files; what the domain has already is passed over')
    .requiredOption('--domain <name or id>', 'the domain that gets them')
    .action((folder: string, { domain }: { domain: string }) =>
      run(async (system, at) => {
        // npm runs scripts in the project's folder; the person may stand elsewhere.
        const from = path.resolve(environment['INIT_CWD'] ?? '.', folder);
        await importFolder(at, await domainOf(system, domain), from);
      }),
    );
  return program;
};
