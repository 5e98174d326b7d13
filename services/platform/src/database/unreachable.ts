import { DatabaseError } from 'pg';
import { Refusal } from '../errors/refusal.ts';

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const SHUTTING_DOWN = ['57P01', '57P02', '57P03'];
const TOO_MANY_CONNECTIONS = '53300';
const WRONG_PASSWORD = '28P01';
const NOT_ALLOWED_IN = '28000';
const NOT_PERMITTED = '42501';

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

/** What pg says without a code when a connection is not made in time, or ends while it is made. */
const NOT_CONNECTED = /^(timeout expired|Connection terminated)/;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether a server may only be starting, restarting, or not be reachable yet. */
export const isDatabaseComing = (error: unknown): boolean => {
  const code = codeOf(error);
  if (error instanceof DatabaseError) return [...SHUTTING_DOWN, TOO_MANY_CONNECTIONS].includes(code);
  return NETWORK.has(code) || (error instanceof Error && NOT_CONNECTED.test(error.message));
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
