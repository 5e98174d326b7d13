import type * as z from 'zod';

/** A setting is wrong. The message is a sentence for the person who starts the process. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** An empty variable counts as one that is not set, as in a Compose file with `NAME=`. */
const withoutEmpty = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

const sentenceOf = (issue: z.core.$ZodIssue): string =>
  `${issue.path.join('.') || 'The environment'}: ${issue.message}`;

/**
 * Reads a process's settings from its environment.
 * @throws ConfigError with one sentence per setting that is wrong, naming it and saying why; never its value.
 */
export const readConfig = <Schema extends z.ZodType>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.infer<Schema> => {
  const result = schema.safeParse(withoutEmpty(environment));
  if (result.success) return result.data;
  throw new ConfigError(`The configuration is not usable. ${result.error.issues.map(sentenceOf).join('; ')}`);
};
