import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ApiToken, type DownloadView, SCOPE_OF_ROUTE, TokenScope } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { type Cast, addPeople, newSessionOf } from './cast.ts';
import { POLICY, type PolicyLine, titleOf } from './policy.ts';
import { ask } from './requests.ts';
import { type Things, freshGuest, freshShare, makeThings } from './things.ts';

type Person = Exclude<keyof Cast, 'nobody' | 'guest' | 'guest of another'>;
const PEOPLE: readonly Person[] = [
  'internal guest',
  'colleague',
  'other domain',
  'administrator',
  'other account',
  'owner',
];

let vitrine: RunningVitrine;
let things: Things;
let people: Record<Person, ApiPerson>;
let scripts: Record<Person, ApiPerson>;

/** Somebody who has nothing but a token. */
const aScript = (secret: string): ApiPerson => {
  const nobody = anApiPerson(vitrine.url);
  const authorization = `Bearer ${secret}`;
  return {
    ...nobody,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      return nobody.fetch(path, { ...init, headers });
    },
  };
};

const aTokenOf = (person: ApiPerson, scopes: readonly TokenScope[]) =>
  person.post<{ token: ApiToken; secret: string }>('/tokens', { name: 'Script', scopes, durationDays: 1 });

beforeAll(async () => {
  vitrine = await startVitrine();
  await addPeople(vitrine);
  const nobody = anApiPerson(vitrine.url);
  const signedIn = await Promise.all(
    PEOPLE.map(async (role) => [role, await newSessionOf(vitrine.url, role)] as const),
  );
  people = Object.fromEntries(signedIn) as typeof people;
  things = (await makeThings(vitrine.url, { ...people, nobody })).things;
  const made = await Promise.all(
    PEOPLE.map(async (role) => {
      const { secret } = await aTokenOf(people[role], TokenScope.options);
      return [role, aScript(secret)] as const;
    }),
  );
  scripts = Object.fromEntries(made) as typeof scripts;
}, 240_000);
afterAll(() => vitrine.discard());

/** What is used up by being allowed is made anew for each who may. */
const fresh = async (line: PolicyLine, role: Person): Promise<Partial<Things>> => {
  if (line.answers[role] >= 400) return {};
  if (/^DELETE \/api\/v1\/shares\/:id$|assets\/remove/.test(titleOf(line)))
    return { shareId: await freshShare(people.owner, things.assetId) };
  if (/resend|DELETE .*guests\/:guestId/.test(titleOf(line)))
    return { guestId: await freshGuest(people.owner, things.shareId) };
  return {};
};

/** HEAD is answered as GET is. */
const hasScope = ({ method, path }: PolicyLine): boolean =>
  SCOPE_OF_ROUTE.has(`${method === 'HEAD' ? 'GET' : method} ${path}`);
const lines = POLICY.filter(hasScope);

test.each(lines.map((line) => [titleOf(line), line] as const))(
  'a token with every scope gets what its owner gets: %s',
  async (_, line) => {
    for (const role of PEOPLE) {
      const answer = await ask(scripts[role], line, { ...things, ...(await fresh(line, role)) });
      expect({ role, status: answer.status }).toEqual({ role, status: line.answers[role] });
      await answer.body?.cancel();
    }
  },
);

test('when a route stands in no scope, then it is refused to every token, whatever the owner may', async () => {
  const api = POLICY.filter(({ path }) => /^\/(api\/v1|d)\//.test(path) && !path.endsWith('openapi.json'));
  const others = api.filter((line) => !hasScope(line));
  expect(others.length).toBeGreaterThan(30);
  for (const line of others)
    for (const role of ['owner', 'administrator'] as const) {
      const { status } = await ask(scripts[role], line, things);
      expect({ route: titleOf(line), role, status }).toEqual({ route: titleOf(line), role, status: 403 });
    }
  expect((await people.owner.request('GET', '/session')).status).toBe(200);
});

test('when a token is for one thing, then it does no other; when it is revoked, then nothing at once', async () => {
  const { token, secret } = await aTokenOf(people.owner, ['read']);
  const script = aScript(secret);
  const read = () => script.fetch(`/api/v1/assets/${things.assetId}`);
  expect((await read()).status).toBe(200);
  const download = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  for (const path of ['/api/v1/downloads', '/api/v1/shares'])
    expect((await script.fetch(path, download)).status).toBe(403);
  expect((await people.owner.request('DELETE', `/tokens/${token.id}`)).status).toBe(204);
  expect((await read()).status).toBe(401);
});

test('when a person is disabled, then their token opens nothing, and a download by it ends with that', async () => {
  const { secret } = await aTokenOf(people.colleague, ['download', 'read']);
  const script = aScript(secret);
  const asked = await script.fetch('/api/v1/downloads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ assetIds: [things.assetId] }),
  });
  const { url } = (await asked.json()) as DownloadView;
  const take = async () => {
    const { status, body } = await anApiPerson(vitrine.url).fetch(new URL(url, vitrine.url).pathname);
    await body?.cancel();
    return status;
  };
  expect(await take()).toBe(200);
  const { user } = await people.colleague.get<{ user: { id: string } }>('/session');
  const { request } = people.administrator;
  expect((await request('PATCH', `/admin/users/${user.id}`, { isEnabled: false })).status).toBe(200);
  expect((await script.fetch('/api/v1/assets')).status).toBe(401);
  expect(await take()).not.toBe(200);
});
