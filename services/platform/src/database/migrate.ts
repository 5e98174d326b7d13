import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';

/** A folder of migrations and the table that remembers which of them were applied. */
export interface MigrationSet {
  readonly folder: URL | string;
  /** Made where it is missing. */
  readonly schema: string;
  readonly table: string;
}

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly is_finished: boolean;
}

/** Where Prisma remembers its migrations: `prisma migrate deploy` reads and continues it. */
export const PRISMA_MIGRATIONS = { schema: 'public', table: '_prisma_migrations' };

// The lock that Prisma's schema engine takes, so that it and we never migrate at once.
const LOCK = 72_707_369;

/**
 * Applies what is missing of the sets, in order, one transaction each: a crash leaves a migration done or not begun.
 * Throws a sentence where a migration was edited after it had been applied, or one of Prisma's failed half-way.
 */
export const migrate = async (client: Client, sets: readonly MigrationSet[]): Promise<void> => {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    for (const set of sets) await applySet(client, set);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  }
};

const applySet = async (client: Client, set: MigrationSet): Promise<void> => {
  const { folder, schema } = set;
  const table = `${schema}.${set.table}`;
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await client.query(createTable(table));
  const applied = await appliedIn(client, table);
  for (const migration of await migrationsIn(folder)) {
    const before = applied.get(migration.name);
    if (before) assertUnchanged(migration, before);
    else await apply(client, table, migration);
  }
};

/** Prisma's own format (schema-engine, sql_schema_connector: `_prisma_migrations`). */
const createTable = (table: string): string => `
  CREATE TABLE IF NOT EXISTS ${table} (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

const appliedIn = async (client: Client, table: string): Promise<Map<string, AppliedMigration>> => {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished
     FROM ${table} WHERE rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
};

const migrationsIn = async (folder: URL | string): Promise<Migration[]> => {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  const entries = await readdir(root, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(root, name)));
};

const readMigration = async (root: string, name: string): Promise<Migration> => {
  const script = await readFile(path.join(root, name, 'migration.sql'), 'utf8');
  return { name, script, checksum: checksumOf(script) };
};

/** A checkout on Windows may change the ends of lines; Prisma forgives that, and so do we. */
const checksumOf = (script: string): string =>
  createHash('sha256').update(script.replaceAll('\r\n', '\n')).digest('hex');

const assertUnchanged = (migration: Migration, before: AppliedMigration): void => {
  if (!before.is_finished) {
    throw new Error(
      `The migration ${migration.name} failed half-way; resolve it with "prisma migrate resolve".`,
    );
  }
  if (before.checksum !== migration.checksum) {
    throw new Error(
      `The migration ${migration.name} was changed after it had been applied; put it back and add a new one.`,
    );
  }
};

const apply = async (client: Client, table: string, { name, script, checksum }: Migration): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(script);
    await client.query(
      `INSERT INTO ${table} (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`The migration ${name} could not be applied.`, { cause: error });
  }
};
