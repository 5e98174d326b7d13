import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { Refusal } from '../errors/refusal.ts';
import { runSql } from '../testing/run-sql.ts';
import { dropDatabase, freshDatabaseUrl } from '../testing/test-database.ts';
import { databaseNameOf, databaseUrl, earlierNameOf } from './database-url.ts';
import { connectEnsuringDatabase } from './ensure-database.ts';

const made: string[] = [];
const aDatabase = (): string => {
  const url = freshDatabaseUrl();
  made.push(url);
  return url;
};
afterEach(async () => {
  for (const url of made.splice(0)) await dropDatabase(url);
});

const onServer = (url: string, statement: string) => runSql(databaseUrl(url, 'postgres'), statement);
const encodingAt = async (url: string): Promise<unknown> =>
  (await runSql(url, 'SHOW server_encoding'))[0]?.['server_encoding'];

test('when there is no such database, then it is made in UTF-8, once by several who want it', async () => {
  const url = aDatabase();
  const clients = await Promise.all([1, 2, 3].map(() => connectEnsuringDatabase(url)));
  await Promise.all(clients.map((client) => client.end()));
  expect(await encodingAt(url)).toBe('UTF8');
});

test('when an earlier version made it by another name, then what that keeps is there, for several who want it', async () => {
  const url = databaseUrl(aDatabase(), `vitrine_test_${randomUUID().replaceAll('-', '')}`);
  made.push(url);
  const earlierUrl = databaseUrl(url, earlierNameOf(databaseNameOf(url)) ?? '');
  await (await connectEnsuringDatabase(earlierUrl)).end();
  await runSql(earlierUrl, 'CREATE TABLE guest AS SELECT 1 AS kept');
  const clients = await Promise.all([1, 2, 3].map(() => connectEnsuringDatabase(url)));
  await Promise.all(clients.map((client) => client.end()));
  expect(await runSql(url, 'SELECT kept FROM guest')).toEqual([{ kept: 1 }]);
  const names = `SELECT 1 FROM pg_database WHERE datname = '${databaseNameOf(earlierUrl)}'`;
  expect(await runSql(url, names)).toEqual([]);
});

test('when the database is there in another encoding, then a sentence says so, and it is left as it is', async () => {
  const url = aDatabase();
  const name = databaseNameOf(url);
  await onServer(url, `CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
  const refused = connectEnsuringDatabase(url);
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toThrow(
    new RegExp(`^The database ${name} at 127\\.0\\.0\\.1:\\d+ has the encoding LATIN1; it has to be UTF8`),
  );
  await expect(refused).rejects.not.toThrow(new URL(url).password);
  expect(await encodingAt(url)).toBe('LATIN1');
});
