import { Pool } from 'pg';
import type { Client, PoolClient } from 'pg';
import { reasonOf } from '../errors/reason-of.ts';
import type { Log } from '../log/log.ts';
import { databaseNameOf } from './database-url.ts';

/** The server ends a statement that takes this long. */
const STATEMENT_TIMEOUT_MS = 25_000;
/** A server that is still there has said so by then: a dead link is noticed within 30 s (promises.md, 17). */
const SILENCE_MS = 28_000;

/** What pg says then. */
const SILENT = 'Query read timeout';

/** Connections to the database of a service, made when they are wanted. */
export const openPool = (url: string, log: Log): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: 5,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    idle_in_transaction_session_timeout: 30_000,
    application_name: `vitrine ${databaseNameOf(url)}`,
  });
  // A lost idle connection is replaced when the next one is wanted.
  pool.on('error', (error) => {
    log.warn({ reason: reasonOf(error) }, 'an idle database connection was lost');
  });
  pool.on('connect', (client) => {
    // The pool listens only to those that it holds, and who asked for one begins a moment after it was handed over. A
    // link that is lost between the two, or between two statements, would end the process; the next statement tells.
    client.on('error', () => undefined);
    endWhenSilent(client);
  });
  return pool;
};

/** What is asked later on a connection that did not answer would wait behind the same silence, an undoing first of all. */
const endWhenSilent = (client: PoolClient): void => {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const limited = (...given: unknown[]): unknown => {
    const answer = query(...given);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === SILENT) void (client as unknown as Client).end();
      });
    }
    return answer;
  };
  client.query = limited as PoolClient['query'];
};
