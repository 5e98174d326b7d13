import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { HELD_CONNECTION_HEADER } from '@vitrine/platform/http/own-connection.ts';
import { publicRoutes } from '../src/upstreams/public-routes.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

const session = '/api/v1/session';

test('every route of the public interface leads to the service that answers it', async () => {
  const { ask } = gateway.browser();
  const routes = publicRoutes().filter(({ answeredBy }) => answeredBy !== 'gateway');
  expect(routes.length).toBeGreaterThan(20);
  for (const { method, path, answeredBy } of routes) {
    const url = `${path.replaceAll(/:\w+/g, 'x')}?q=1`;
    const { headers, body } = await ask(method.toUpperCase(), url);
    expect(headers.get('answered-by')).toBe(answeredBy);
    if (method.toUpperCase() === 'HEAD') expect(body).toEqual({ text: '' });
    else expect(body).toMatchObject({ answeredBy, url, actor: { kind: 'anonymous' } });
  }
});

test('when a body is sent to a service, then it arrives as it was sent', async () => {
  const { ask } = gateway.browser();
  expect((await ask('POST', '/api/v1/assets', 'x'.repeat(1_000_000))).body).toMatchObject({
    bytes: 1_000_002,
  });
});

test('what is within the house is not reachable, whatever the address looks like', async () => {
  const { ask } = gateway.browser();
  for (const path of [
    '/internal/users/find',
    '/internal/shares/x',
    '//internal/shares/x',
    '/api/v1/internal/shares/x',
    '/api/v1/../../internal/shares/x',
    '/api/v1/nowhere',
    '/d',
  ]) {
    const answer = await ask('GET', path, undefined, { accept: 'text/html' });
    expect({ path, status: answer.status }).toEqual({ path, status: 404 });
    expect(answer.body).not.toHaveProperty('answeredBy');
  }
});

test('when a route does not take a method, then 405 with those that it takes', async () => {
  const { ask } = gateway.browser();
  const answer = await ask('PUT', '/api/v1/shares/x');
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
  expect(answer.headers.get('allow')).toBe('GET, HEAD, PATCH, DELETE');
  expect((await ask('POST', '/api/v1/shares/check')).status).toBe(200);
});

test.each(['/', '/api/v1/shares', '/d/x'])(
  'when %s is asked to give back what it was sent, then it does not',
  async (path) => {
    const asked = request(`${gateway.url}${path}`, { method: 'TRACE', headers: { cookie: 'marked=secret' } });
    const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBeGreaterThanOrEqual(404);
    expect(await text(answer)).not.toContain('marked');
  },
);

test('when a request says in two ways where it ends, then it is refused, and what it hides is no request', async () => {
  const hidden = 'GET /api/v1/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n';
  const head = 'POST /api/v1/shares HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  const lengths = `content-length: ${hidden.length + 5}\r\ntransfer-encoding: chunked\r\n\r\n`;
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.write(`${head}${lengths}0\r\n\r\n${hidden}`);
  const answers = await text(socket);
  expect(answers).toMatch(/^HTTP\/1\.1 400 /);
  expect(answers.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

test.each(['host: x\r\nhost: y', 'host: x y', 'host: x@y'])(
  'when a request names no host or several (%j), then it is refused',
  async (hosts) => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write(`GET /api/v1/session/options HTTP/1.1\r\n${hosts}\r\nconnection: close\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"invalid-request"');
  },
);

test('when a request brings a statement of its own, then it counts for nothing', async () => {
  const statements = createActorStatements('k'.repeat(32));
  const forged = await statements.sign({ kind: 'service', service: 'share' }, 'asset');
  const { ask } = gateway.browser();
  const ours = { [ACTOR_HEADER]: forged, [HELD_CONNECTION_HEADER]: '1' };
  const { body } = await ask('GET', '/api/v1/assets', undefined, ours);
  expect(body).toMatchObject({ actor: { kind: 'anonymous' }, isHeld: false });
});

test('when many requests of one person come at once, then identity is asked for the person once', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  const asked = () => gateway.world.calls.filter((call) => call.startsWith('profile')).length;
  const before = asked();
  await Promise.all(Array.from({ length: 30 }, () => browser.ask('GET', '/api/v1/assets')));
  expect(asked()).toBe(before + 1);
  gateway.passSeconds(1);
  await browser.ask('GET', '/api/v1/assets');
  expect(asked()).toBe(before + 2);
});

test('when another site makes the browser change something, then it is refused', async () => {
  const { ask } = gateway.browser();
  const own = { origin: new URL(gateway.url).origin };
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
  ]) {
    expect(await ask('POST', '/api/v1/downloads', {}, headers)).toMatchObject({
      status: 403,
      body: { code: 'cross-site-request' },
    });
    expect((await ask('DELETE', session, undefined, headers)).status).toBe(403);
    expect((await ask('GET', '/api/v1/assets', undefined, headers)).status).toBe(200);
  }
  expect((await ask('POST', '/api/v1/downloads', {}, own)).status).toBe(200);
  expect((await ask('POST', '/api/v1/downloads', {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test('when a password is guessed, then after ten times within a minute no more, and who knows it is not kept out', async () => {
  const { email } = aPerson(gateway);
  const { ask } = gateway.browser();
  const tries = (password: string) => ask('POST', session, { email, password });
  for (let time = 0; time < 9; time += 1) expect((await tries('wrong')).status).toBe(401);
  expect((await tries('secret')).status).toBe(201);
  for (let time = 0; time < 10; time += 1) expect((await tries('wrong')).status).toBe(401);
  const refused = await tries('secret');
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests', retryAfterSeconds: 60 } });
  expect(refused.headers.get('retry-after')).toBe('60');
  gateway.passSeconds(61);
  expect((await tries('secret')).status).toBe(201);
  gateway.passSeconds(61);
});

test('when one address guesses at many people, then after three hundred times no more', async () => {
  const { ask } = gateway.browser();
  const guess = (person: number) => ask('POST', session, { email: `${person}@acme.test`, password: 'x' });
  const answers = await Promise.all(Array.from({ length: 301 }, (_none, person) => guess(person)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  gateway.passSeconds(61);
});

test('when links are guessed, then after thirty times within a minute no more', async () => {
  const { ask } = gateway.browser();
  const guess = () => ask('POST', '/api/v1/guest/session', { token: 'guess' });
  for (let time = 0; time < 30; time += 1) expect((await guess()).status).toBe(401);
  gateway.passSeconds(18);
  const refused = await guess();
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests', retryAfterSeconds: 42 } });
  expect(refused.headers.get('retry-after')).toBe('42');
  gateway.passSeconds(42);
  expect((await guess()).status).toBe(401);
});
