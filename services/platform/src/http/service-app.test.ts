import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { implement } from '@orpc/server';
import { oc } from '@orpc/contract';
import { pino } from 'pino';
import * as z from 'zod';
import { ACTOR_HEADER, createActorStatements } from '../actor/actor-statement.ts';
import { userOf } from '../actor/who-acts.ts';
import { AppError } from '../errors/app-error.ts';
import { localClient, remoteClient } from './clients.ts';
import { type Listening, listen } from './listen.ts';
import { createServiceApp } from './service-app.ts';
import type { ServiceContext } from './service-context.ts';

const contract = {
  echo: oc
    .errors({ 'invalid-title': {}, 'not-found': {}, 'invalid-duration': {} })
    .route({ method: 'POST', path: '/things/{id}/echo' })
    .input(z.object({ id: z.uuid(), title: z.string().max(5), durationDays: z.int().optional() }))
    .output(z.object({ title: z.string() })),
  rename: oc
    .route({ method: 'PUT', path: '/things' })
    .input(z.object({ title: z.string().max(5) }))
    .output(z.object({})),
  list: oc
    .route({ method: 'GET', path: '/things' })
    .input(z.object({ limit: z.coerce.number<number | string>().int().max(10).default(3) }))
    .output(z.object({ limit: z.int() })),
  mine: oc.route({ method: 'GET', path: '/mine' }).output(z.object({ userId: z.string() })),
  refuse: oc.route({ method: 'GET', path: '/refuse' }).output(z.object({})),
  fail: oc.route({ method: 'GET', path: '/fail' }).output(z.object({})),
};
const os = implement(contract).$context<ServiceContext>();
const router = os.router({
  echo: os.echo.handler(({ input }) => ({ title: input.title })),
  rename: os.rename.handler(() => ({})),
  list: os.list.handler(({ input }) => ({ limit: input.limit })),
  mine: os.mine.handler(({ context }) => ({ userId: userOf(context.actor).userId })),
  refuse: os.refuse.handler(() => {
    throw new AppError('nothing-to-share', { assetIds: ['a'] });
  }),
  fail: os.fail.handler(() => {
    throw new Error('the password is hunter2');
  }),
});

const id = '0198f0a0-0000-7000-8000-000000000001';
const log = pino({ level: 'silent' });
const statements = createActorStatements('k'.repeat(32));
const service = { actor: { kind: 'service' as const, service: 'test' } };
let server: Listening;

beforeAll(async () => {
  const app = createServiceApp({
    name: 'test',
    routes: { publicRouter: router, internalRouter: router },
    statements,
    log,
  });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close(100));

const request = async (path: string, init: RequestInit = {}) => {
  const headers = {
    [ACTOR_HEADER]: await statements.sign(service.actor, 'test'),
    ...(init.headers as object),
  };
  const response = await fetch(`http://127.0.0.1:${String(server.port)}${path}`, { ...init, headers });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Record<string, unknown>,
  };
};
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

test('when a request is right, then the route answers, with path, query and defaults in one input', async () => {
  expect(await request(`/api/v1/things/${id}/echo`, json({ title: 'hello' }))).toMatchObject({
    status: 200,
    body: { title: 'hello' },
  });
  expect((await request('/api/v1/things')).body).toEqual({ limit: 3 });
  expect((await request('/api/v1/things?limit=7')).body).toEqual({ limit: 7 });
});

test('when a change from outside has fields that its route does not know, then they are refused by name; a query, and one of a service, is not', async () => {
  const misspelt = { title: 'a', tilte: 'b', durationDais: 7 };
  expect(await request(`/api/v1/things/${id}/echo`, json(misspelt))).toMatchObject({
    status: 400,
    body: { code: 'invalid-request', issues: [{ path: 'tilte' }, { path: 'durationDais' }] },
  });
  expect((await request('/api/v1/things?limit=7&utm_source=x')).body).toEqual({ limit: 7 });
  expect(await request(`/things/${id}/echo`, json({ title: 'a', comesNext: 1 }))).toMatchObject({
    status: 200,
  });
});

test('when a wrong field has a code that its route does not name, then the request is invalid', async () => {
  const answer = await request('/api/v1/things', { ...json({ title: 'far too long' }), method: 'PUT' });
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'invalid-request', issues: [{ path: 'title' }] },
  });
});

test('when the statement of who acts was said to another service, then nothing is answered, and no body is read', async () => {
  const caught = await statements.sign(service.actor, 'another');
  for (const path of ['/api/v1/things', `/api/v1/things/${id}/echo`]) {
    const init = path.endsWith('echo') ? json({ title: 'hello' }) : {};
    const headers = { ...(init.headers as object), [ACTOR_HEADER]: caught };
    expect(await request(path, { ...init, headers })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  }
});

test('when HEAD asks a route, then it answers as GET would, without the body', async () => {
  const head = async (path: string) => {
    const headers = { [ACTOR_HEADER]: await statements.sign(service.actor, 'test') };
    const response = await fetch(`http://127.0.0.1:${String(server.port)}${path}`, {
      method: 'HEAD',
      headers,
    });
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  const problem = 'application/problem+json; charset=utf-8';
  expect(await head('/api/v1/things')).toEqual([200, 'application/json', '']);
  expect(await head('/api/v1/things?limit=11')).toEqual([400, problem, '']);
  expect(await head('/api/v1/refuse')).toEqual([409, problem, '']);
  expect(await head('/api/v1/nowhere')).toEqual([404, problem, '']);
});

test('when a field with a code of its own is wrong, then the problem carries that code', async () => {
  const answer = await request(`/api/v1/things/${id}/echo`, json({ title: 'far too long' }));
  expect(answer).toMatchObject({
    status: 400,
    type: 'application/problem+json; charset=utf-8',
    body: { code: 'invalid-title', status: 400 },
  });
  expect(
    (await request(`/api/v1/things/${id}/echo`, json({ title: 'a', durationDays: 'x' }))).body['code'],
  ).toBe('invalid-duration');
  expect((await request('/api/v1/things/nonsense/echo', json({ title: 'a' }))).status).toBe(404);
});

test('when the body is not JSON, too large or of another kind, then a problem says so', async () => {
  const path = `/api/v1/things/${id}/echo`;
  expect(await request(path, json('{"title":'))).toMatchObject({
    status: 400,
    body: { code: 'invalid-request' },
  });
  expect(await request(path, json(JSON.stringify({ title: 'x'.repeat(6_000_000) })))).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  });
  expect(
    await request(path, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hi' }),
  ).toMatchObject({ status: 415 });
});

test('when a route refuses, then its code and facts are told; when it fails, then nothing of it is told', async () => {
  expect(await request('/api/v1/refuse')).toMatchObject({
    status: 409,
    body: { code: 'nothing-to-share', assetIds: ['a'] },
  });
  const failed = await request('/api/v1/fail');
  expect(failed).toMatchObject({ status: 500, body: { code: 'internal-error' } });
  expect(JSON.stringify(failed.body)).not.toContain('hunter2');
});

test('when nobody has stated who acts, or the one who acts may not, then 401; an unknown path is 404', async () => {
  const bare = await fetch(`http://127.0.0.1:${String(server.port)}/api/v1/things`);
  expect(bare.status).toBe(401);
  expect((await request('/api/v1/mine')).status).toBe(401);
  expect((await request('/api/v1/nowhere')).status).toBe(404);
});

test('when a service is called in the process or over the wire, then results and errors are the same', async () => {
  const url = `http://127.0.0.1:${String(server.port)}`;
  for (const client of [
    localClient(contract, () => router, log),
    remoteClient(contract, { name: 'test', url, statements }),
  ]) {
    expect(await client.echo({ id, title: 'hello' }, { context: service })).toEqual({ title: 'hello' });
    expect(await client.list({ limit: 4 }, { context: service })).toEqual({ limit: 4 });
    await expect(client.refuse(undefined, { context: service })).rejects.toMatchObject({
      code: 'nothing-to-share',
      details: { assetIds: ['a'] },
    });
    await expect(client.mine(undefined, { context: service })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    await expect(client.fail(undefined, { context: service })).rejects.toBeInstanceOf(AppError);
  }
});
