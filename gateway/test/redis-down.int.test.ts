import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type RedisKeyValue, openRedisKeyValue } from '@vitrine/platform/keyvalue/redis-key-value.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { type RedisServer, redis } from '@vitrine/platform/testing/infrastructure/redis.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { type Gateway, aPerson, anInvitation, runGateway, signedIn } from './testing/running-gateway.ts';

const session = '/api/v1/session';
const guestSession = '/api/v1/guest/session';
const { requirement } = redis.own;
const unavailable = { status: 503, body: { code: 'temporarily-unavailable', retryAfterSeconds: 2 } };

let server: RedisServer;
let link: FaultyLink;
let keyValue: RedisKeyValue;
let gateway: Gateway;
beforeAll(async () => {
  if (!requirement.met) return;
  server = await redis.own.start();
  link = await openFaultyLink({ port: Number(new URL(server.url).port) });
  const signal = AbortSignal.timeout(10_000);
  keyValue = await openRedisKeyValue({ url: link.through(server.url), log: quietLog, signal });
  gateway = await runGateway({ keyValue });
});
afterAll(async () => {
  if (!requirement.met) return;
  await gateway.stop();
  await keyValue.close();
  await link.close();
  await server.stop();
});

const guest = async () => {
  const browser = gateway.browser();
  const { token } = anInvitation(gateway);
  await browser.ask('POST', guestSession, { token });
  return browser;
};

/** The ways in which Redis can be away, and how it comes back. */
const ways = [
  { name: 'has crashed', lose: () => server.kill(), find: () => server.start() },
  {
    name: 'is behind a dead link',
    lose: async () => link.stall(),
    find: async () => link.heal(),
  },
];

describe.each(ways)('when Redis $name', ({ lose, find }) => {
  testWhere(requirement, 'then nothing opens and nobody is signed out, and it all comes back', async () => {
    const person = aPerson(gateway);
    const somebody = await signedIn(gateway, person);
    const invited = await guest();
    const link_ = anInvitation(gateway);
    const cookies = [somebody, invited].map((browser) => [...browser.cookies]);
    await lose();

    for (const path of [session, '/api/v1/assets', '/api/v1/shares', '/d/ticket', `${session}?x=1`]) {
      const answer = await somebody.ask('GET', path);
      expect(answer).toMatchObject(unavailable);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect(await somebody.ask('DELETE', session)).toMatchObject(unavailable);
    for (const path of [guestSession, '/api/v1/guest/share', '/api/v1/assets/1/preview?as=guest'])
      expect(await invited.ask('GET', path)).toMatchObject(unavailable);
    const newcomer = gateway.browser();
    const right = { email: person.email, password: 'secret' };
    expect(await newcomer.ask('POST', session, right)).toMatchObject(unavailable);
    expect(await newcomer.ask('POST', guestSession, { token: link_.token })).toMatchObject(unavailable);
    expect(newcomer.cookies.size).toBe(0);
    expect([somebody, invited].map((browser) => [...browser.cookies])).toEqual(cookies);
    expect((await newcomer.ask('GET', '/', undefined, { accept: 'text/html' })).status).toBe(200);

    await find();
    await eventually(async () => expect((await somebody.ask('GET', session)).status).toBe(200));
    expect((await invited.ask('GET', guestSession)).status).toBe(200);
    expect((await newcomer.ask('POST', session, right)).status).toBe(201);
  });

  testWhere(requirement, 'then passwords and links are guessed no more often than otherwise', async () => {
    const { email } = aPerson(gateway);
    const { ask } = gateway.browser();
    const guess = () => ask('POST', session, { email, password: 'wrong' });
    for (let time = 0; time < 4; time += 1) expect((await guess()).status).toBe(401);
    await lose();
    await eventually(() => expect(keyValue.ping()).rejects.toThrow());
    for (let time = 0; time < 6; time += 1) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    const open = () => ask('POST', guestSession, { token: 'guess' });
    for (let time = 0; time < 30; time += 1) expect((await open()).status).toBe(401);
    expect((await open()).status).toBe(429);
    await find();
    await eventually(() => keyValue.ping());
    gateway.passSeconds(61);
  });
});
