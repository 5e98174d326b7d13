import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { OwnSession } from '@vitrine/contracts';
import { hashOfSecret, newId } from '@vitrine/platform/ids/ids.ts';
import { openEmbeddedKeyValue } from '@vitrine/platform/keyvalue/embedded-key-value.ts';
import type { KeyValue } from '@vitrine/platform/keyvalue/port.ts';
import { openRedisKeyValue } from '@vitrine/platform/keyvalue/redis-key-value.ts';
import { redis } from '@vitrine/platform/testing/infrastructure/redis.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { SESSIONS_MAX } from '../src/sessions/session-list.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

type Browser = ReturnType<Gateway['browser']>;

const session = '/api/v1/session';
const sessions = '/api/v1/sessions';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const DAY_SECONDS = 86_400;

const inThisProcess = async () => {
  const keyValue: KeyValue = openEmbeddedKeyValue(':memory:');
  return { keyValue, close: keyValue.close };
};
const inRedis = async () => {
  const server = await redis.start();
  const keyValue: KeyValue = await openRedisKeyValue({
    url: server.url,
    log: quietLog,
    signal: AbortSignal.timeout(20_000),
  });
  const close = async () => {
    await keyValue.close();
    await server.stop();
  };
  return { keyValue, close };
};

const stores = [
  { name: 'a file of this process', open: inThisProcess, requirement: { name: 'nothing', met: true } },
  { name: 'Redis', open: inRedis, requirement: redis.requirement },
];

const secretOf = ({ cookies }: Browser): string => cookies.get('vitrine_session') ?? '';
const keptIdOf = (browser: Browser): string => hashOfSecret(secretOf(browser));
const statusIn = async (browser: Browser) => (await browser.ask('GET', session)).status;
const listIn = async (browser: Browser) => (await browser.ask('GET', sessions)).body['items'] as OwnSession[];
const idOf = async (browser: Browser) => (await listIn(browser))[0]?.id ?? '';
const idsIn = async (browser: Browser) => (await listIn(browser)).map(({ id }) => id);

describe.each(stores)('the list of my sessions, kept in $name', ({ open, requirement }) => {
  const test = (title: string, run: () => Promise<void>) => testWhere(requirement, title, run);
  let gateway: Gateway;
  let store: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    if (!requirement.met) return;
    store = await open();
    gateway = await runGateway({ keyValue: store.keyValue });
  });
  afterAll(async () => {
    if (!requirement.met) return;
    await gateway.stop();
    await store.close();
  });

  test('when somebody is signed in twice, then each session tells where and since when, this one first', async () => {
    const person = aPerson(gateway);
    const elsewhere = gateway.browser();
    const credentials = { email: person.email, password: 'secret' };
    await elsewhere.ask('POST', session, credentials, { 'user-agent': FIREFOX });
    const startedAt = new Date(gateway.now()).toISOString();
    gateway.passSeconds(60);
    const here = await signedIn(gateway, person);
    await signedIn(gateway, aPerson(gateway));
    const listed = await listIn(here);
    expect(listed).toEqual([
      expect.objectContaining({ id: await idOf(here), isCurrent: true, browser: null, system: null }),
      {
        id: await idOf(elsewhere),
        isCurrent: false,
        browser: 'Firefox',
        system: 'Linux',
        address: '127.0.0.1',
        startedAt,
        lastUsedAt: startedAt,
        endsAt: new Date(Date.parse(startedAt) + 30 * DAY_SECONDS * 1_000).toISOString(),
      },
    ]);
    for (const kept of [secretOf(elsewhere), keptIdOf(elsewhere), keptIdOf(here)])
      expect(JSON.stringify(listed)).not.toContain(kept);
    expect((await gateway.browser().ask('GET', sessions)).status).toBe(401);
  });

  test('when a session is used again, then that is told, to ten minutes, with where it was', async () => {
    const person = aPerson(gateway);
    const elsewhere = await signedIn(gateway, person);
    gateway.passSeconds(601);
    await elsewhere.ask('GET', session, undefined, { 'user-agent': FIREFOX });
    const usedAt = new Date(gateway.now()).toISOString();
    gateway.passSeconds(300);
    await elsewhere.ask('GET', session);
    const [, other] = await listIn(await signedIn(gateway, person));
    expect(other).toMatchObject({ lastUsedAt: usedAt, browser: 'Firefox', system: 'Linux' });
  });

  test('when one is ended, then that one is over, and no other', async () => {
    const person = aPerson(gateway);
    const [here, lost, kept] = [
      await signedIn(gateway, person),
      await signedIn(gateway, person),
      await signedIn(gateway, person),
    ];
    const [hereId, keptId] = [await idOf(here), await idOf(kept)];
    expect((await here.ask('DELETE', `${sessions}/${await idOf(lost)}`)).status).toBe(204);
    expect((await idsIn(here)).toSorted()).toEqual([hereId, keptId].toSorted());
    expect([await statusIn(here), await statusIn(lost), await statusIn(kept)]).toEqual([200, 401, 200]);
    expect((await here.ask('DELETE', `${sessions}/${hereId}`)).status).toBe(204);
    expect(here.cookies.size).toBe(0);
    expect(await statusIn(kept)).toBe(200);
  });

  test('when it is somebody else’s, then ending it answers as for what does not exist', async () => {
    const other = await signedIn(gateway, aPerson(gateway));
    const here = await signedIn(gateway, aPerson(gateway));
    const otherId = await idOf(other);
    const answers = [];
    for (const id of [otherId, newId(), 'x', keptIdOf(here)])
      answers.push(await here.ask('DELETE', `${sessions}/${id}`));
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([404, answers[1]!.body]);
    expect(await statusIn(other)).toBe(200);
    expect((await gateway.browser().ask('DELETE', `${sessions}/${otherId}`)).status).toBe(401);
  });

  test('when all others are ended, then only this one is left, also of those that no list knows', async () => {
    const person = aPerson(gateway);
    const [here, elsewhere, unlisted, stranger] = [
      await signedIn(gateway, person),
      await signedIn(gateway, person),
      await signedIn(gateway, person),
      await signedIn(gateway, aPerson(gateway)),
    ];
    await store.keyValue.removeMember(`sessions-of:${person.userId}`, keptIdOf(unlisted));
    expect((await here.ask('POST', `${sessions}/end-others`)).status).toBe(204);
    expect(await idsIn(here)).toHaveLength(1);
    expect(await Promise.all([here, elsewhere, unlisted, stranger].map(statusIn))).toEqual([
      200, 401, 401, 200,
    ]);
    expect((await gateway.browser().ask('POST', `${sessions}/end-others`)).status).toBe(401);
    expect(await statusIn(await signedIn(gateway, person))).toBe(200);
  });

  test('when a session is used every day, then it ends after 30 days all the same', async () => {
    const here = await signedIn(gateway, aPerson(gateway));
    for (let day = 1; day < 30; day += 1) {
      gateway.passSeconds(DAY_SECONDS);
      const answer = await here.ask('GET', session);
      expect({ day, status: answer.status }).toEqual({ day, status: 200 });
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(cookie).toContain(`Max-Age=${Math.min(14, 30 - day) * DAY_SECONDS};`);
    }
    gateway.passSeconds(DAY_SECONDS - 1);
    expect(await statusIn(here)).toBe(200);
    gateway.passSeconds(1);
    expect(await statusIn(here)).toBe(401);
  });

  test('when a session is of before there was a list, then it stands in it once it was used, without a place', async () => {
    const here = await signedIn(gateway, aPerson(gateway));
    const key = `session:${keptIdOf(here)}`;
    const { where, publicId, ...older } = JSON.parse((await store.keyValue.get(key)) ?? '{}') as Record<
      string,
      string
    >;
    expect([where, publicId]).toEqual([expect.anything(), await idOf(here)]);
    await store.keyValue.set(key, JSON.stringify(older), { ttlSeconds: 3_600 });
    await store.keyValue.removeMember(`sessions-of:${older['userId'] ?? ''}`, keptIdOf(here));
    expect(await listIn(here)).toMatchObject([{ isCurrent: true, browser: null, address: null }]);
    gateway.passSeconds(601);
    expect(await statusIn(here)).toBe(200);
    expect(await store.keyValue.members(`sessions-of:${older['userId'] ?? ''}`)).toEqual([keptIdOf(here)]);
    const [id = ''] = await idsIn(here);
    expect(id).not.toBe(keptIdOf(here));
    expect((await here.ask('DELETE', `${sessions}/${id}`)).status).toBe(204);
    expect(await statusIn(here)).toBe(401);
  });

  test('when a script signs in again and again, then its oldest sessions end, and the list stays short', async () => {
    const person = aPerson(gateway);
    const [oldest, second] = [await signedIn(gateway, person), await signedIn(gateway, person)];
    for (let time = 1; time < SESSIONS_MAX; time += 1) await signedIn(gateway, person);
    expect(await listIn(second)).toHaveLength(SESSIONS_MAX);
    expect([await statusIn(oldest), await statusIn(second)]).toEqual([401, 200]);
  });

  test('when somebody signs in and out again and again, then what they are signed in to elsewhere lives on', async () => {
    const person = aPerson(gateway);
    const elsewhere = await signedIn(gateway, person);
    for (let n = 0; n < SESSIONS_MAX; n += 1) await (await signedIn(gateway, person)).ask('DELETE', session);
    expect(await statusIn(elsewhere)).toBe(200);
  });
});
