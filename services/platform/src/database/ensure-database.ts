import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { Refusal } from '../errors/refusal.ts';
import { databaseNameOf, databaseUrl, earlierNameOf } from './database-url.ts';

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const NO_SUCH_DATABASE = '3D000';
const DATABASE_EXISTS = '42P04';
const NAME_TAKEN_MEANWHILE = '23505';

/**
 * Makes the database that the address names where the server has none of that name, or gives that name to the one that
 * an earlier version made by another; resolves to a connection.
 * @throws Refusal with a sentence where the database cannot keep every character, as it is not in UTF-8
 */
export const connectEnsuringDatabase = async (url: string): Promise<Client> => {
  const client = await connect(url).catch(async (error: unknown) => {
    if (!hasCode(error, NO_SUCH_DATABASE)) throw error;
    await makeDatabase(url);
    return connect(url);
  });
  try {
    await assertIsUtf8(client, url);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
};

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection lost between two queries would otherwise end the process; the next query says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const makeDatabase = async (url: string): Promise<void> => {
  const client = await connect(databaseUrl(url, 'postgres'));
  try {
    const name = databaseNameOf(url);
    if (!(await renameEarlier(client, name))) await createDatabase(client, name);
  } catch (error) {
    // Another replica was faster.
    if (!hasCode(error, DATABASE_EXISTS) && !hasCode(error, NAME_TAKEN_MEANWHILE)) throw error;
  } finally {
    await client.end();
  }
};

/** Whatever the server was set up with; the empty template is the one that every encoding can be made from. */
const createDatabase = (client: Client, name: string) =>
  client.query(`CREATE DATABASE ${escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`);

/** What an earlier version kept is taken over: beside a new, empty database nobody would miss it until a guest does. */
const renameEarlier = async (client: Client, name: string): Promise<boolean> => {
  const earlier = earlierNameOf(name);
  if (earlier === null) return false;
  try {
    await client.query(`ALTER DATABASE ${escapeIdentifier(earlier)} RENAME TO ${escapeIdentifier(name)}`);
    return true;
  } catch (error) {
    if (hasCode(error, NO_SUCH_DATABASE)) return false;
    throw error;
  }
};

const assertIsUtf8 = async (client: Client, url: string): Promise<void> => {
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new Refusal(
    `The database ${databaseNameOf(url)} at ${new URL(url).host} has the encoding ${encoding}; it has to be UTF8, so that every name can be kept. Make it anew, or name another server in DATABASE_URL.`,
  );
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof DatabaseError && error.code === code;
