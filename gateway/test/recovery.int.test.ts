import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newSecret } from '@vitrine/platform/ids/ids.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway({ trustedProxies: 1 });
});
afterAll(() => gateway.stop());

const PATH = '/api/v1/session/recovery';
const NEXT = 'seven sleepy herons';
const from = (address: string) => ({ 'x-forwarded-for': address });
const request = (email: string, address: string) =>
  gateway.browser().ask('POST', PATH, { email }, from(address));
const recover = (token: string, address: string) =>
  gateway.browser().ask('PUT', PATH, { token, newPassword: NEXT }, from(address));

test('when somebody asks for a link, then the answer is the same for every address, and nothing is looked up', async () => {
  const person = aPerson(gateway);
  const [known, unknown] = [
    await request(person.email, '203.0.113.1'),
    await request('nobody@acme.test', '203.0.113.1'),
  ];
  expect(known.status).toBe(202);
  expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body });
  expect(gateway.world.calls).toEqual(
    expect.arrayContaining([`recovery of ${person.email}`, 'recovery of nobody@acme.test']),
  );
});

test('when a password was set by a link, then every session of the person is over at the next request, and nobody is signed in by it', async () => {
  const person = aPerson(gateway);
  const known = gateway.world.people.get(person.email);
  const { ask } = await signedIn(gateway, person);
  const token = newSecret();
  if (known) gateway.world.recoveries.set(token, known);
  const answer = await recover(token, '203.0.113.2');
  expect(answer.status).toBe(204);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect((await ask('GET', '/api/v1/session')).status).toBe(401);
  const credentials = { email: person.email, password: NEXT };
  expect((await gateway.browser().ask('POST', '/api/v1/session', credentials)).status).toBe(201);
  expect(await recover(token, '203.0.113.2')).toMatchObject({
    status: 401,
    body: { code: 'link-not-valid' },
  });
  expect(gateway.audited.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ act: `PUT ${PATH}`, status: 204, userId: person.userId }),
  );
});

test('when one address asks or guesses too often, then 429 with Retry-After, and others go on', async () => {
  const asked = await Promise.all(
    Array.from({ length: 32 }, (_, index) => request(`n${index}@acme.test`, '198.51.100.7')),
  );
  expect(asked.filter(({ status }) => status === 202)).toHaveLength(30);
  expect(asked.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect((await request('n@acme.test', '198.51.100.8')).status).toBe(202);
  for (let tried = 0; tried < 30; tried += 1)
    expect((await recover(newSecret(), '198.51.100.9')).status).toBe(401);
  expect((await recover(newSecret(), '198.51.100.9')).status).toBe(429);
});
