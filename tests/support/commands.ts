import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type EndedStart, commandLineWith, environmentOf } from './running-vitrine.ts';

/** The command line in the environment of a system, for tests that give it many commands. */
export interface Commands {
  readonly run: (...args: string[]) => Promise<EndedStart>;
  readonly close: () => Promise<void>;
}

/**
 * The first command of each kind is a process of its own, as `npm run vitrine -- …` starts it; those that follow are run
 * one after the other by one that stays, as loading the program takes longer than what they do.
 */
export const openCommands = (settings: Record<string, string>): Commands => {
  const host = openHost(settings);
  const seen = new Set<string>();
  return {
    run: (...args) => {
      const [kind = ''] = args;
      if (seen.has(kind)) return host.run(...args);
      seen.add(kind);
      return commandLineWith(settings, ...args);
    },
    close: host.close,
  };
};

const openHost = (settings: Record<string, string>): Commands => {
  const child = fork(path.join(import.meta.dirname, 'command-line-host.ts'), {
    env: environmentOf(settings),
    execArgv: [],
  });
  const ended = once(child, 'exit');
  let before: Promise<unknown> = Promise.resolve();
  return {
    run: (...args) => {
      const outcome = before.then(() => ask(child, ended, args));
      before = outcome.catch(() => undefined);
      return outcome;
    },
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
};

const ask = async (child: ChildProcess, ended: Promise<unknown>, args: string[]): Promise<EndedStart> => {
  const answered = once(child, 'message') as Promise<[EndedStart]>;
  child.send(args);
  const hasEnded = ended.then(() => Promise.reject(new Error(`It ended during ${args.join(' ')}.`)));
  const [answer] = await Promise.race([answered, hasEnded]);
  return answer;
};
