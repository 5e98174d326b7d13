import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { databaseNameOf, databaseUrl } from './database-url.ts';

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const NO_SUCH_DATABASE = '3D000';
const DATABASE_EXISTS = '42P04';
const NAME_TAKEN_MEANWHILE = '23505';

/** Makes the database that the address names where the server has none of that name; resolves to a connection. */
export const connectEnsuringDatabase = async (url: string): Promise<Client> => {
  try {
    return await connect(url);
  } catch (error) {
    if (!hasCode(error, NO_SUCH_DATABASE)) throw error;
  }
  await createDatabase(url);
  return connect(url);
};

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection lost between two queries would otherwise end the process; the next query says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const createDatabase = async (url: string): Promise<void> => {
  const client = await connect(databaseUrl(url, 'postgres'));
  try {
    await client.query(`CREATE DATABASE ${escapeIdentifier(databaseNameOf(url))}`);
  } catch (error) {
    // Another replica was faster.
    if (!hasCode(error, DATABASE_EXISTS) && !hasCode(error, NAME_TAKEN_MEANWHILE)) throw error;
  } finally {
    await client.end();
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof DatabaseError && error.code === code;
