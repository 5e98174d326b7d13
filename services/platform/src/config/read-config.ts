import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A setting is wrong. The message is a sentence for the person who starts the process. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

type Variables = Record<string, string>;

/** An empty variable counts as one that is not set, as in a Compose file with `NAME=`. */
const withoutEmpty = (environment: NodeJS.ProcessEnv): Variables =>
  Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

const refuse = (sentences: readonly string[]): never => {
  throw new ConfigError(`The configuration is not usable. ${sentences.join('; ')}`);
};

const readSecret = (name: string, file: string): string => {
  try {
    // Whoever writes a file by hand or by `echo` ends it with a line break that is no part of the secret.
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return refuse([`${name}_FILE: the file ${file} cannot be read`]);
  }
};

/** Takes what `X_FILE` names as the value of `X`, for the settings of the schema only. */
const withFiles = (variables: Variables, names: readonly string[]): Variables => {
  const all = { ...variables };
  for (const name of names) {
    const file = variables[`${name}_FILE`];
    if (file === undefined) continue;
    if (name in variables) refuse([`${name}: is set twice, by ${name} and by ${name}_FILE`]);
    const content = readSecret(name, file);
    if (content !== '') all[name] = content;
  }
  return all;
};

const sentenceOf = (issue: z.core.$ZodIssue): string =>
  `${issue.path.join('.') || 'The environment'}: ${issue.message}`;

const namesIn = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/**
 * Reads a process's settings from its environment. `X_FILE` in place of `X` names a file that holds the value.
 * @throws ConfigError with one sentence per setting that is wrong, naming it and saying why; never its value.
 */
export const readConfig = <Schema extends z.ZodType>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.infer<Schema> => {
  const result = schema.safeParse(withFiles(withoutEmpty(environment), namesIn(schema)));
  return result.success ? result.data : refuse(result.error.issues.map(sentenceOf));
};
