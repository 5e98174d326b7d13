import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { dropDatabase, freshDatabaseUrl } from '../testing/test-database.ts';
import { connectEnsuringDatabase } from './ensure-database.ts';
import { migrate, PRISMA_MIGRATIONS } from './migrate.ts';
import { isDatabaseComing } from './unreachable.ts';

let folder: string;
let url: string;
let client: Client;

beforeEach(async () => {
  url = freshDatabaseUrl();
  client = await connectEnsuringDatabase(url);
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-migrations-'));
});
afterEach(async () => {
  await client.end();
  await dropDatabase(url);
  await rm(folder, { recursive: true });
});

const aMigration = async (name: string, script: string) => {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), script);
};
const run = () => migrate(client, [{ folder, ...PRISMA_MIGRATIONS }]);
const applied = async () =>
  (
    await client.query<Record<string, unknown>>(
      'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY finished_at',
    )
  ).rows;

test('when migrations are missing, then they are applied in order, once', async () => {
  await aMigration('0002_second', 'ALTER TABLE thing ADD COLUMN b int');
  await aMigration('0001_first', 'CREATE TABLE thing (a int); INSERT INTO thing VALUES (1)');
  await run();
  await aMigration('0003_third', 'UPDATE thing SET b = 3');
  await run();
  expect((await client.query('SELECT a, b FROM thing')).rows).toEqual([{ a: 1, b: 3 }]);
  expect((await applied()).map((row) => row['migration_name'])).toEqual([
    '0001_first',
    '0002_second',
    '0003_third',
  ]);
});

test('when a migration was applied, then it is remembered as Prisma would', async () => {
  await aMigration('0001_first', 'SELECT 1');
  await run();
  expect(await applied()).toEqual([
    {
      migration_name: '0001_first',
      // printf 'SELECT 1' | sha256sum
      checksum: 'e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5',
      applied_steps_count: 1,
    },
  ]);
});

test('when an applied migration was changed, then nothing runs and a sentence names it', async () => {
  await aMigration('0001_first', 'CREATE TABLE thing (a int)');
  await run();
  await aMigration('0001_first', 'CREATE TABLE thing (a bigint)');
  await expect(run()).rejects.toThrow('The migration 0001_first was changed after it had been applied');
});

test('when only the ends of lines differ, then it is the same migration', async () => {
  await aMigration('0001_first', 'SELECT 1;\nSELECT 2;\n');
  await run();
  await aMigration('0001_first', 'SELECT 1;\r\nSELECT 2;\r\n');
  await run();
});

test('when a migration fails, then nothing of it stays and it can be mended', async () => {
  await aMigration('0001_first', 'CREATE TABLE thing (a int); SELECT nothing');
  await expect(run()).rejects.toThrow('The migration 0001_first could not be applied.');
  expect(await applied()).toEqual([]);
  await aMigration('0001_first', 'CREATE TABLE thing (a int)');
  await run();
});

test('when one of Prisma failed half-way, then a sentence tells how to resolve it', async () => {
  await aMigration('0001_first', 'SELECT 1');
  await run();
  await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(run()).rejects.toThrow('prisma migrate resolve');
});

test('when the connection ends in the middle of a migration, then the server may come back, and all begins anew', async () => {
  await aMigration('0001_first', 'CREATE TABLE thing (a int); SELECT pg_terminate_backend(pg_backend_pid())');
  client.on('error', () => undefined);
  const failure: unknown = await run().catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining('connection') });
  expect(isDatabaseComing(failure)).toBe(true);
  await client.end();
  client = await connectEnsuringDatabase(url);
  await aMigration('0001_first', 'CREATE TABLE thing (a int)');
  await run();
  expect(await applied()).toHaveLength(1);
});
