import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { Router } from 'express';
import * as z from 'zod';
import { ACTOR_HEADER, createActorStatements } from '../actor/actor-statement.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { type Listening, listen } from './listen.ts';
import { createServiceApp } from './service-app.ts';
import type { ServiceContext } from './service-context.ts';

const contract = {
  write: oc
    .route({ method: 'POST', path: '/notes/{name}' })
    .input(z.object({ name: z.string(), text: z.string().max(1_000), tags: z.array(z.string()).optional() }))
    .output(z.object({ text: z.string() })),
  change: oc
    .route({ method: 'PATCH', path: '/notes/{name}' })
    .input(z.object({ name: z.string(), text: z.string().optional() }))
    .output(z.object({ name: z.string() })),
  find: oc
    .route({ method: 'GET', path: '/notes' })
    .input(z.object({ q: z.string().optional() }))
    .output(z.object({ q: z.string().optional() })),
};
const os = implement(contract).$context<ServiceContext>();
const publicRouter = os.router({
  write: os.write.handler(({ input }) => ({ text: input.text })),
  change: os.change.handler(({ input }) => ({ name: input.name })),
  find: os.find.handler(({ input }) => ({ q: input.q })),
});

const statements = createActorStatements('k'.repeat(32));
let server: Listening;

beforeAll(async () => {
  const byteRoutes = (app: Router) => {
    app.get('/d/:ticket', (_request, response) => {
      response.send('bytes');
    });
  };
  const app = createServiceApp({
    name: 'test',
    routes: { publicRouter, byteRoutes },
    statements,
    log: quietLog,
  });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close(100));

const ask = async (path: string, body?: string | Uint8Array<ArrayBuffer>, method = 'POST') => {
  const actor = { kind: 'service' as const, service: 'test' };
  const headers = {
    [ACTOR_HEADER]: await statements.sign(actor, 'test'),
    'content-type': 'application/json',
  };
  const init = body === undefined ? { headers } : { method, headers, body };
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test.each(['multipart/form-data', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
  'when a request says that it holds %s and holds nothing, then 400 and no fault of ours',
  async (contentType) => {
    const actor = await statements.sign({ kind: 'service', service: 'test' }, 'test');
    const headers = { [ACTOR_HEADER]: actor, 'content-type': contentType };
    const address = `http://127.0.0.1:${server.port}/api/v1/notes/n`;
    expect((await fetch(address, { method: 'POST', headers })).status).toBe(400);
  },
);

const write = (body: string | Uint8Array<ArrayBuffer>) => ask('/api/v1/notes/n', body);

test('when a body is no UTF-8, then it is an invalid request and not another text', async () => {
  const latin1 = Buffer.from('{"text":"Möbel"}', 'latin1');
  expect(await write(latin1)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  expect((await write('\ufeff{"text":"Möbel"}')).body).toEqual({ text: 'Möbel' });
});

test.each([
  ['U+0000', '{"text":"a\\u0000b"}'],
  ['a lone surrogate', '{"text":"a\\ud800b"}'],
  ['U+0000 in a list', '{"text":"a","tags":["\\u0000"]}'],
  ['a key twice', '{"text":"a","text":"b"}'],
  ['__proto__', '{"text":"a","__proto__":{"isAdministrator":true}}'],
  ['a list where a text belongs', '{"text":["a"]}'],
  ['an object where a text belongs', '{"text":{"a":"b"}}'],
  ['depth without end', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['a text of 1 MiB', JSON.stringify({ text: 'x'.repeat(1_048_576) })],
  ['a list as the whole', '[]'],
  ['null', 'null'],
  ['nothing', ''],
])('when a body has %s, then it is an invalid request', async (_, body) => {
  expect(await write(body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test.each(['[]', '["text"]', 'null', '"text"', '0', 'true'])(
  'when nothing has to be said and the body is %s, then it is an invalid request all the same',
  async (body) => {
    const answer = await ask('/api/v1/notes/n', body, 'PATCH');
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect((await ask('/api/v1/notes/n', '{}', 'PATCH')).body).toEqual({ name: 'n' });
  },
);

test.each([
  ['/api/v1/notes?q=a%00b'],
  ['/api/v1/notes?q=a&q=b'],
  ['/api/v1/notes?q[x]=a'],
  ['/api/v1/notes?q[__proto__][isAdministrator]=true'],
  ['/d/%00'],
])('when somebody asks for %s, then it is an invalid request', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('when a path has U+0000 or is no UTF-8, then it is a 4xx', async () => {
  expect((await ask('/api/v1/notes/%00', '{"text":"a"}')).status).toBe(400);
  expect((await ask('/api/v1/notes/%ff', '{"text":"a"}')).status).toBeLessThan(500);
  expect((await ask('/api/v1/notes/%', '{"text":"a"}')).status).toBeLessThan(500);
});

test('when a query reaches for prototypes, then nothing is changed', async () => {
  await ask('/api/v1/notes?__proto__[isAdministrator]=true&constructor[prototype][isAdministrator]=true');
  expect({}).not.toHaveProperty('isAdministrator');
});
