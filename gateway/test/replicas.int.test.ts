import { afterAll, beforeAll, expect } from '@jest/globals';
import { type RedisKeyValue, openRedisKeyValue } from '@vitrine/platform/keyvalue/redis-key-value.ts';
import { type RedisServer, redis } from '@vitrine/platform/testing/infrastructure/redis.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { aWorld, clientsOf } from './testing/peers.ts';
import { type Gateway, aPerson, anInvitation, runGateway } from './testing/running-gateway.ts';

const session = '/api/v1/session';
const { requirement } = redis;

let server: RedisServer;
let stores: RedisKeyValue[];
let one: Gateway;
let two: Gateway;
beforeAll(async () => {
  if (!requirement.met) return;
  server = await redis.start();
  const open = () =>
    openRedisKeyValue({ url: server.url, log: quietLog, signal: AbortSignal.timeout(10_000) });
  stores = [await open(), await open()];
  const world = aWorld();
  const [first, second] = stores.map((keyValue) => runGateway({ keyValue, clients: clientsOf(world) }));
  one = { ...(await first!), world };
  two = { ...(await second!), world };
});
afterAll(async () => {
  if (!requirement.met) return;
  for (const { stop } of [one, two]) await stop();
  for (const store of stores) await store.close();
  await server.stop();
});

/** The same browser, led to the one and to the other. */
const twoDoors = () => {
  const here = one.browser();
  const there = two.browser();
  const carry = () => {
    there.cookies.clear();
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
  };
  return { here, there, carry };
};

testWhere(
  requirement,
  'when somebody signs in at one replica, then every other knows, also of the end',
  async () => {
    const person = aPerson(one);
    const { here, there, carry } = twoDoors();
    await here.ask('POST', session, { email: person.email, password: 'secret' });
    carry();
    const domainId = person.domains[1]!.id;
    expect((await there.ask('PUT', `${session}/domain`, { domainId })).status).toBe(200);
    expect((await here.ask('GET', session)).body).toMatchObject({ currentDomainId: domainId });
    expect((await there.ask('DELETE', session)).status).toBe(204);
    expect((await here.ask('GET', session)).status).toBe(401);
  },
);

testWhere(
  requirement,
  'when a guest opens a link at one replica, then every other knows the guest',
  async () => {
    const { token, invitation } = anInvitation(one);
    const { here, there, carry } = twoDoors();
    await here.ask('POST', '/api/v1/guest/session', { token });
    carry();
    const { invitationId } = invitation;
    expect((await there.ask('GET', '/api/v1/assets')).body).toMatchObject({
      actor: { kind: 'guest', invitationId },
    });
  },
);

testWhere(
  requirement,
  'when a password is guessed at several replicas, then they count together',
  async () => {
    const { email } = aPerson(one);
    const { here, there } = twoDoors();
    const guess = async (time: number) => {
      const { ask } = time % 2 === 0 ? here : there;
      return (await ask('POST', session, { email, password: 'wrong' })).status;
    };
    const answers = [];
    for (let time = 0; time < 12; time += 1) answers.push(await guess(time));
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  },
);
