import type { Command } from 'commander';
import type { DeadLetter } from '@vitrine/platform/outbox/dead-letters.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import type { System } from '../system.ts';

type Run = (work: (system: System) => Promise<void>) => Promise<void>;

interface Found extends DeadLetter {
  service: string;
  replay: () => Promise<void>;
}

const say = (line: string): void => console.log(line);

const allIn = async ({ deadLetters }: System): Promise<Found[]> => {
  const found: Found[] = [];
  for (const [service, { list, replay }] of deadLetters)
    for (const letter of await list()) found.push({ ...letter, service, replay: () => replay(letter.id) });
  return found;
};

const oneIn = async (system: System, id: string): Promise<Found> => {
  const letter = (await allIn(system)).find((each) => each.id === id);
  if (letter === undefined)
    throw new Refusal(`There is no dead message ${id}. See: npm run vitrine -- dead list`);
  return letter;
};

const typeOf = ({ event }: DeadLetter): string =>
  typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : 'no event';

/** The reason without its stack. */
const reasonOf = ({ error }: DeadLetter): string => error.split('\n')[0] ?? '';

const list = async (system: System): Promise<void> => {
  const letters = await allIn(system);
  if (letters.length === 0) say('No message is dead.');
  for (const letter of letters) {
    const { id, subscription, attempts, buriedAt } = letter;
    say(`${id}  ${buriedAt.toISOString()}  ${subscription}  ${typeOf(letter)}  ${attempts} attempts`);
    say(`  ${reasonOf(letter)}`);
  }
};

const show = async (system: System, id: string): Promise<void> => {
  const { service, subscription, attempts, buriedAt, error, event } = await oneIn(system, id);
  say(`service       ${service}`);
  say(`subscription  ${subscription}`);
  say(`buried        ${buriedAt.toISOString()} after ${attempts} attempts`);
  say(`why           ${error}`);
  say(`message       ${JSON.stringify(event, null, 2)}`);
};

/** Goes on after one that fails again: that one stays, and the outcome is told. */
const replayAll = async (letters: readonly Found[]): Promise<void> => {
  const failed: string[] = [];
  for (const { id, replay } of letters)
    try {
      await replay();
      say(`${id} is handled`);
    } catch (error) {
      failed.push(id);
      say(`${id} failed again and stays: ${error instanceof Error ? error.message : String(error)}`);
    }
  if (failed.length > 0) throw new Refusal(`${failed.length} of ${letters.length} failed again.`);
};

const replay = async (system: System, id: string | undefined, isAll: boolean): Promise<void> => {
  if ((id === undefined) !== isAll) throw new Refusal('Say which: dead replay <id>, or dead replay --all.');
  await replayAll(id === undefined ? await allIn(system) : [await oneIn(system, id)]);
};

/** `dead …`: the messages that a service could not handle, in the databases of all services. */
export const addDeadLetters = (program: Command, run: Run): void => {
  const dead = program.command('dead').description('dead messages: what a service could not handle');
  dead
    .command('list')
    .description('list them, the oldest of each service first')
    .action(() => run(list));
  dead
    .command('show <id>')
    .description('show one with its reason and its content')
    .action((id: string) => run((system) => show(system, id)));
  dead
    .command('replay [id]')
    .description('handle one once more; where that fails it stays')
    .option('--all', 'handle all of them, the oldest of each service first')
    .action((id: string | undefined, { all = false }: { all?: boolean }) =>
      run((system) => replay(system, id, all)),
    );
};
