import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { PASSWORD_LENGTH_MAX } from '@vitrine/contracts';
import { turnsOf } from '@vitrine/platform/schedule/take-turns.ts';
import { argon2id, hash, verify } from 'argon2';
import * as z from 'zod';

/** Above what OWASP asks of Argon2id (19 MiB, two passes, one lane): about 50 ms on one core of 2024. */
const PARAMETERS = { type: argon2id, memoryCost: 19_456, timeCost: 3, parallelism: 1 } as const;

/**
 * The hash of a password that nobody knows, made with the parameters above. An address that is not known is checked
 * against it, so that the time of the answer does not tell which addresses are.
 */
export const HASH_OF_NOBODY =
  '$argon2id$v=19$m=19456,p=1,t=3$OufBfTyjmxEiijKXjTgrsA$dkhOLc7BFsPAIDNIYWvGTlTlNiqT1W0QmOUqPKSEGoE';

export const Password = z.string().min(1).max(PASSWORD_LENGTH_MAX);

/** A password that nobody guesses (96 bits), to be told once. */
const makePassword = (): string => randomBytes(12).toString('base64url');

/** The password that was given; else one that is made here, and is the only one that is told. */
export const givenOrMade = (given: string | undefined): { password: string; made: string | null } => {
  if (given !== undefined) return { password: given, made: null };
  const made = makePassword();
  return { password: made, made };
};

/**
 * Each hash takes a core and a thread of Node's pool for itself. One core, and all other threads, are left for what else
 * this process does: where many sign in at once, files are still read and requests answered.
 */
const hashesAtOnce = turnsOf(Math.max(1, availableParallelism() - 1));
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => hashesAtOnce('hash', work);

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(normalised(password), PARAMETERS));

/** Whether it is the password of that hash; takes as long, and is never true, where there is no hash. */
export const isPassword = async (password: string, passwordHash: string | undefined): Promise<boolean> => {
  const matches = await inTurn(() => verify(passwordHash ?? HASH_OF_NOBODY, normalised(password)));
  return matches && passwordHash !== undefined;
};

/** The same characters arrive composed or decomposed, as the keyboard likes (NIST SP 800-63B, 3.1.1.2). */
const normalised = (password: string): string => password.normalize('NFKC');
