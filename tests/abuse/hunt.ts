import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { databaseUrl } from '@vitrine/platform/database/database-url.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';

/** A secret by the name that a finding calls it. */
export type Secrets = ReadonlyMap<string, string>;

/** The forms in which a secret could have been kept. */
const formsOf = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').replaceAll('=', ''),
  encodeURIComponent(secret),
];

/** The names of the secrets that stand in a text. */
export const secretsIn = (text: string, secrets: Secrets): string[] =>
  [...secrets]
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name);

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** Every file of a data folder as text; what the database server writes is read as rows instead. */
export const readFiles = async (folder: string): Promise<Map<string, string>> => {
  const names = (await filesIn(folder)).filter((name) => !name.startsWith(`postgres${path.sep}`));
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(folder, name), 'latin1')] as const),
    ),
  );
};

/** Every row of every table of every database of a running system, as text: outbox, inbox and dead letters with them. */
export const readRows = async (folder: string): Promise<Map<string, string>> => {
  const runtime = await readFile(path.join(folder, 'runtime.json'), 'utf8');
  const { DATABASE_URL: server } = JSON.parse(runtime) as { DATABASE_URL: string };
  const databases = await runSql<{ name: string }>(
    databaseUrl(server, 'postgres'),
    "SELECT datname AS name FROM pg_database WHERE datname LIKE 'vitrine%'",
  );
  const rows = new Map<string, string>();
  for (const { name } of databases)
    for (const [table, text] of await rowsOf(databaseUrl(server, name))) rows.set(`${name}.${table}`, text);
  return rows;
};

const rowsOf = async (url: string): Promise<[table: string, text: string][]> => {
  const tables = await runSql<{ name: string }>(
    url,
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: [string, string][] = [];
  for (const { name } of tables) {
    const rows = await runSql<{ row: string }>(
      url,
      `SELECT row_to_json(each)::text AS row FROM ${name} each`,
    );
    texts.push([name, rows.map(({ row }) => row).join('\n')]);
  }
  return texts;
};
