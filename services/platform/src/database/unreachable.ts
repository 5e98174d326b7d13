import { DatabaseError } from 'pg';
import { Refusal } from '../errors/refusal.ts';
import { SERVER_NOT_READY, isNotConnected } from './database-away.ts';

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const WRONG_PASSWORD = '28P01';
const NOT_ALLOWED_IN = '28000';
const NOT_PERMITTED = '42501';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether a server may only be starting, restarting, or not be reachable yet. */
export const isDatabaseComing = (error: unknown): boolean => {
  if (error instanceof DatabaseError) return SERVER_NOT_READY.has(codeOf(error));
  return error instanceof Error && isNotConnected(error);
};

/** The sentence for what only whoever gives the address can mend; any other error as it is. */
export const databaseRefusal = (error: unknown, url: string): unknown => {
  const { host, username } = new URL(url);
  const sentence = {
    [WRONG_PASSWORD]: `PostgreSQL at ${host} refuses the password of ${username}`,
    [NOT_ALLOWED_IN]: `PostgreSQL at ${host} does not let ${username} in`,
    [NOT_PERMITTED]: `PostgreSQL at ${host} does not permit ${username} to make the database or its tables`,
  }[codeOf(error)];
  return sentence === undefined ? error : new Refusal(`${sentence}: mend DATABASE_URL.`, { cause: error });
};
