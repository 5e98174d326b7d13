import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { Actor, RouteMeta } from '@vitrine/contracts';
import * as z from 'zod';
import { ACTOR_HEADER, createActorStatements } from '../actor/actor-statement.ts';
import { AppError } from '../errors/app-error.ts';
import { newId } from '../ids/ids.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { type Listening, listen } from './listen.ts';
import { createServiceApp } from './service-app.ts';
import type { ServiceContext } from './service-context.ts';

const note = oc
  .$meta<RouteMeta>({})
  .input(z.object({ text: z.string() }))
  .output(z.object({ id: z.uuid() }));
const contract = {
  write: note.route({ method: 'POST', path: '/notes', successStatus: 201 }),
  remove: oc
    .$meta<RouteMeta>({})
    .input(z.object({ text: z.string() }))
    .output(z.object({}).optional())
    .route({ method: 'DELETE', path: '/notes/{text}', successStatus: 204 }),
  writeSecret: note.meta({ hasSecretAnswer: true }).route({ method: 'POST', path: '/secrets' }),
};

let database: TestDatabase<NoteRepositories>;
let server: Listening;
const statements = createActorStatements('k'.repeat(32));

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
  const os = implement(contract).$context<ServiceContext>();
  const write = (text: string) =>
    database.inTransaction(async ({ notes }) => {
      const id = newId();
      await notes.add(id, text);
      if (text === 'refused') throw new AppError('not-allowed');
      return { id };
    });
  const removed = new Set<string>();
  const publicRouter = os.router({
    remove: os.remove.handler(({ input }) => {
      if (removed.has(input.text)) throw new AppError('not-found');
      removed.add(input.text);
      return undefined;
    }),
    write: os.write.handler(({ input }) => write(input.text)),
    writeSecret: os.writeSecret.handler(({ input }) => write(input.text)),
  });
  const { once } = database;
  const app = createServiceApp({ name: 'test', routes: { publicRouter }, statements, log: quietLog, once });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close(100);
  await database.drop();
});

const mia = {
  kind: 'guest',
  invitationId: newId(),
  shareId: newId(),
  secretVersion: 1,
  sessionId: 's',
} as const;
const noah = { ...mia, invitationId: newId() };

const post = async (
  path: string,
  key: string,
  text: string,
  actor: Actor = mia,
  further: Record<string, string> = {},
) => {
  const headers = {
    ...further,
    [ACTOR_HEADER]: await statements.sign(actor, 'test'),
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  const url = `http://127.0.0.1:${server.port}/api/v1${path}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ text }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const countOf = async (text: string) =>
  (await database.repositories.notes.texts()).filter((each) => each === text).length;

test('when a request is repeated, then the answer is the same to the status, and the effect is there once', async () => {
  const atOnce = await Promise.all([post('/notes', 'a', 'once'), post('/notes', 'a', 'once')]);
  const later = await post('/notes', 'a', 'once');
  expect(later).toEqual({ status: 201, body: { id: expect.any(String) } });
  expect(atOnce).toEqual([later, later]);
  expect(await countOf('once')).toBe(1);
});

test('when something is removed again with the same key, then the answer is that of the first time', async () => {
  const remove = async (key: string) => {
    const headers = { [ACTOR_HEADER]: await statements.sign(mia, 'test'), 'idempotency-key': key };
    const url = `http://127.0.0.1:${server.port}/api/v1/notes/gone`;
    return (await fetch(url, { method: 'DELETE', headers })).status;
  };
  expect([await remove('g'), await remove('g'), await remove('h')]).toEqual([204, 204, 404]);
});

test('when the key comes with another body, then it is a conflict', async () => {
  await post('/notes', 'b', 'one');
  expect(await post('/notes', 'b', 'other')).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await countOf('other')).toBe(0);
});

test('when the key comes with the same body for another version, then it is a conflict', async () => {
  const change = (key: string, tag: string) => post('/notes', key, 'edited', mia, { 'if-match': tag });
  const first = await change('i', '"1"');
  expect(await change('i', '"1"')).toEqual(first);
  expect(await change('i', '"2"')).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await post('/notes', 'i', 'edited')).toMatchObject({ status: 409 });
  expect(await countOf('edited')).toBe(1);
});

test('when somebody else uses the same key, or the key is for another route, then it is another request', async () => {
  const first = await post('/notes', 'c', 'shared');
  expect((await post('/notes', 'c', 'shared', noah)).body).not.toEqual(first.body);
  expect((await post('/secrets', 'c', 'shared')).body).not.toEqual(first.body);
});

test('when the request was refused, then it can be tried again under its key', async () => {
  expect((await post('/notes', 'd', 'refused')).status).toBe(403);
  expect((await post('/notes', 'd', 'allowed')).status).toBe(201);
});

test('when nobody known asks, or the answer holds a secret, then nothing is kept', async () => {
  const nobody: Actor = { kind: 'anonymous' };
  await post('/notes', 'e', 'unknown', nobody);
  await post('/notes', 'e', 'unknown', nobody);
  await post('/secrets', 'f', 'secret');
  await post('/secrets', 'f', 'secret');
  expect([await countOf('unknown'), await countOf('secret')]).toEqual([2, 2]);
  expect(await database.sql.query(`SELECT key FROM platform.idempotency WHERE key IN ('e', 'f')`)).toEqual(
    [],
  );
});

test('when the key is none, then the request is invalid', async () => {
  for (const key of ['with space', 'x'.repeat(256), 'ümlaut'])
    expect(await post('/notes', key, 'no')).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});
