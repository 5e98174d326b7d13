import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { explainFailure } from '../explain-failure.ts';
import { commandLine } from './command-line.ts';

/** Runs one command to its end. @returns the code to exit with */
export const runCommand = async (
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<number> => {
  try {
    await commandLine(environment).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    console.error(explain(error));
    return 1;
  }
};

/** A sentence for what the person at the keyboard can mend, the stack for everything else. */
const explain = (error: unknown): string => {
  if (error instanceof AppError) {
    const facts = Object.entries(error.details).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return [`${error.message}.`, ...facts].join('\n  ');
  }
  return explainFailure(error);
};
