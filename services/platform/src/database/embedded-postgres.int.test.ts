import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { quietLog } from '../testing/quiet-log.ts';
import { until } from '../testing/bus-harness.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

// As mktemp makes it: nobody but us may enter, not even the user that root lends the server to.
let dataDir: string;
let server: EmbeddedPostgres | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'vitrine-embedded-'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const start = async ({ isDurable = false } = {}) => {
  server = await startEmbeddedPostgres({ dataDir, log: quietLog, isDurable });
  return server;
};
const ask = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
};
const doesAnswer = (url: string) =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

test('when it is stopped and started, then what was committed is there', async () => {
  const first = await start({ isDurable: true });
  expect(await ask(first.url('postgres'), 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS one');
  await first.stop();
  expect(await doesAnswer(first.url('postgres'))).toBe(false);
  const second = await start();
  expect(await ask(second.url('postgres'), 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
});

test('when letters are not of ASCII, then they are letters, and search has its extensions', async () => {
  const url = (await start()).url('postgres');
  for (const name of ['pg_trgm', 'citext', 'unaccent', 'btree_gin'])
    await ask(url, `CREATE EXTENSION ${name}`);
  expect(
    await ask(url, `SELECT lower('ÄÖ'), show_trgm('Öl') = show_trgm('öl') AS trigrams, unaccent('Ü')`),
  ).toEqual([{ lower: 'äö', trigrams: true, unaccent: 'U' }]);
  expect(await ask(url, `SELECT to_tsvector('simple', 'Übergrößen')::text AS words`)).toEqual([
    { words: "'übergrößen':1" },
  ]);
});

test('when the password is wrong, then nobody gets in', async () => {
  const url = new URL((await start()).url('postgres'));
  url.password = 'guess';
  expect(await doesAnswer(url.href)).toBe(false);
});

test('when the folder is in use, then a second start is refused with a sentence and the first goes on', async () => {
  const first = await start();
  await expect(startEmbeddedPostgres({ dataDir, log: quietLog })).rejects.toThrow(
    `is in use by the running process ${process.pid}.`,
  );
  expect(await doesAnswer(first.url('postgres'))).toBe(true);
});

test('when the process was killed, then the next start ends the server that it left and keeps the data', async () => {
  const { child, url } = await startElsewhere({});
  await ask(url, 'CREATE TABLE survivor AS SELECT 1 AS one');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await doesAnswer(url)).toBe(true);
  const next = await start();
  expect(await ask(next.url('postgres'), 'SELECT one FROM survivor')).toEqual([{ one: 1 }]);
  expect(await doesAnswer(url)).toBe(false);
});

test('when the process ends without stopping it, then it ends too', async () => {
  const { child, url } = await startElsewhere({ afterwards: 'process.exit(3);' });
  if (child.exitCode === null) await once(child, 'exit');
  await until(async () => !(await doesAnswer(url)));
});

test('when Ctrl-C goes to the whole process group, then it answers until it is stopped', async () => {
  const { child } = await startElsewhere({
    prepare: `
    const { Client } = await import(${JSON.stringify(import.meta.resolve('pg'))});
    process.on('SIGINT', async () => {
      const client = new Client({ connectionString: server.url('postgres') });
      await client.connect();
      await client.end();
      await server.stop();
      process.exit(42);
    });`,
  });
  process.kill(-Number(child.pid), 'SIGINT');
  expect(await once(child, 'exit')).toEqual([42, null]);
});

test('when the pid file names a process that is no server of this folder, then it is passed over', async () => {
  await (await start()).stop();
  await writeFile(path.join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
  expect(await doesAnswer((await start()).url('postgres'))).toBe(true);
});

test('when it cannot start, then the error says what its log says', async () => {
  await (await start()).stop();
  const versionFile = path.join(dataDir, 'cluster', 'PG_VERSION');
  const version = await readFile(versionFile, 'utf8');
  await writeFile(versionFile, '9.6\n');
  await expect(start()).rejects.toThrow('database files are incompatible with server');
  await writeFile(versionFile, version);
});

test('when its files are made, then nobody else may read the password', async () => {
  await start();
  const log = await readFile(path.join(dataDir, 'postgres.log'), 'utf8');
  const password = await readFile(path.join(dataDir, 'password'), 'utf8');
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(log).not.toContain(password);
});

/** Starts a server in the folder from another process, which runs `prepare` before it tells and `afterwards` then. */
const startElsewhere = async ({
  prepare = '',
  afterwards = '',
}): Promise<{ readonly child: ChildProcess; readonly url: string }> => {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)};
    const log = { info() {}, warn() {}, error() {} };
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log, isDurable: false });
    const alive = setInterval(() => {}, 1_000);
    ${prepare}
    process.stdout.write(server.url('postgres') + '\\n', () => { ${afterwards} });`;
  const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, url };
};
