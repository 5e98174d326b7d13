import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { createActorStatements } from '../actor/actor-statement.ts';
import { createBreaker } from '../circuit/breaker.ts';
import { eventually } from '../testing/eventually.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { remoteClient } from './clients.ts';
import { problemOf } from './problem.ts';
import { resetConnection } from './reset-connection.ts';

const answer = z.object({ word: z.string() });
const contract = {
  read: oc.route({ method: 'GET', path: '/read' }).output(answer),
  readMuch: oc
    .$meta({ isRead: true })
    .route({ method: 'POST', path: '/read-much' })
    .input(z.object({ ids: z.array(z.string()) }))
    .output(answer),
  change: oc.route({ method: 'POST', path: '/change' }).output(answer),
};
const as = { context: { actor: { kind: 'service' as const, service: 'test' } } };
const statements = createActorStatements('k'.repeat(32));

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A service that answers as it is told, and a client of it behind a breaker. */
const aService = async (behave: RequestListener) => {
  const state = { behave, asked: 0 };
  const server = createServer((request, response) => {
    state.asked += 1;
    state.behave(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Where time is not what the test is about, a busy machine has enough of it.
  const timeoutMs = behave === hang ? 150 : 5_000;
  const breaker = createBreaker({ name: 'other', log: quietLog, timeoutMs, resetMs: 100 });
  return { state, url, breaker, client: remoteClient(contract, { name: 'test', url, statements, breaker }) };
};

const say =
  (status: number, body: unknown): RequestListener =>
  (request, response) => {
    request.resume().once('end', () => response.writeHead(status).end(JSON.stringify(body)));
  };
const hello: RequestListener = (request, response) => {
  response.setHeader('content-type', 'application/json');
  say(200, { word: 'hello' })(request, response);
};
const hang: RequestListener = () => undefined;
const reset: RequestListener = (request) => resetConnection(request.socket);
/** Resets the first, and answers all others. */
const resetOnce = (): RequestListener => {
  let isFirst = true;
  return (request, response) => {
    if (isFirst) reset(request, response);
    else hello(request, response);
    isFirst = false;
  };
};

const unavailable = { code: 'temporarily-unavailable', details: { retryAfterSeconds: 1 } };

test.each([
  ['hangs', hang],
  ['resets', reset],
  ['answers 500', say(500, problemOf('internal-error'))],
  ['answers 502 with a page of some proxy', say(502, '<html>')],
])('when a service %s, then calls fail, soon at once, and go on when it is back', async (_how, behave) => {
  const { client, state, breaker } = await aService(behave);
  for (let call = 0; call < 5; call += 1) await expect(client.change(undefined, as)).rejects.toThrow();
  expect(breaker.isOpen()).toBe(true);
  const asked = state.asked;
  await expect(client.change(undefined, as)).rejects.toMatchObject(unavailable);
  // At once: it was not asked.
  expect(state.asked).toBe(asked);
  state.behave = hello;
  expect(await eventually(() => client.change(undefined, as))).toEqual({ word: 'hello' });
});

test('when a service refuses or says that it cannot now, then that is its answer, and it is asked on', async () => {
  const { client, state, breaker } = await aService(say(404, problemOf('not-found')));
  for (let call = 0; call < 20; call += 1)
    await expect(client.read(undefined, as)).rejects.toMatchObject({ code: 'not-found' });
  state.behave = say(503, problemOf('temporarily-unavailable', { retryAfterSeconds: 7 }));
  for (let call = 0; call < 20; call += 1)
    await expect(client.read(undefined, as)).rejects.toMatchObject({
      code: 'temporarily-unavailable',
      details: { retryAfterSeconds: 7 },
      cause: { message: 'test: A part of the system does not answer right now' },
    });
  expect(state.asked).toBe(40);
  expect(breaker.isOpen()).toBe(false);
});

test('when a service leads elsewhere, then nobody goes there', async () => {
  const elsewhere = await aService(hello);
  const { client } = await aService((request, response) => {
    const location = `${elsewhere.url}/read`;
    request.resume().once('end', () => response.writeHead(307, { location }).end());
  });
  await expect(client.read(undefined, as)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  await expect(client.change(undefined, as)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  expect(elsewhere.state.asked).toBe(0);
});

test('when a read breaks off, then it is asked once more; what changes something never is', async () => {
  const { client, state } = await aService(resetOnce());
  expect(await client.read(undefined, as)).toEqual({ word: 'hello' });
  state.behave = resetOnce();
  expect(await client.readMuch({ ids: ['a'] }, as)).toEqual({ word: 'hello' });
  expect(state.asked).toBe(4);
  state.behave = resetOnce();
  await expect(client.change(undefined, as)).rejects.toMatchObject(unavailable);
  expect(state.asked).toBe(5);
});

test('when all reads break off, then the budget ends their repetition', async () => {
  const { client, state, breaker } = await aService(reset);
  const calls = Array.from({ length: 30 }, () => client.read(undefined, as).catch(() => null));
  await Promise.all(calls);
  expect(state.asked).toBeGreaterThan(30);
  expect(state.asked).toBeLessThanOrEqual(30 + 10);
  expect(breaker.isOpen()).toBe(true);
});

test('when the head came in time, then the rest of the answer may take longer', async () => {
  const finish = Promise.withResolvers<undefined>();
  const { client } = await aService((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"word":');
    void finish.promise.then(() => response.end('"slow"}'));
  });
  const slow = client.read(undefined, as);
  const startedAt = performance.now();
  await eventually(() => expect(performance.now() - startedAt).toBeGreaterThan(300));
  finish.resolve(undefined);
  expect(await slow).toEqual({ word: 'slow' });
});
