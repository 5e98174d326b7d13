import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ManagedDomain, ManagedUser } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { AS_SERVICE, anAccountWith, refused } from './testing/administered-account.ts';
import { runIdentity } from './testing/running-identity.ts';

let identity: Awaited<ReturnType<typeof runIdentity>>;
beforeAll(async () => {
  identity = await runIdentity();
});
afterAll(() => identity.stop());

const usersOf = (body: object) => (body as { items: ManagedUser[] }).items;
const published = async (subject: string) =>
  (await identity.database.publishedEvents()).filter((event) => event.subject === subject);

test('when users are listed, then page by page by name, found by a part of name or address, disabled ones too', async () => {
  const { ask, user, domain, ada } = await anAccountWith(identity);
  const [zoe, aenne] = [await user('Zoë 100%'), await user('Änne')];
  await user('Mia');
  await identity.commands.disableUser({ userId: zoe.id });
  await identity.commands.addMember({ domainId: domain.id, userId: aenne.id });
  const read: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body } = await ask({ path: `/users?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}` });
    expect(status).toBe(200);
    read.push(...usersOf(body).map(({ name }) => name));
    cursor = body['nextCursor'] as string | null;
  }
  expect(read).toEqual(['Ada', 'Änne', 'Mia', 'Zoë 100%']);
  const found = async (query: string) => usersOf((await ask({ path: `/users?${query}` })).body);
  expect(await found('q=zoe')).toEqual([
    {
      id: zoe.id,
      name: 'Zoë 100%',
      email: zoe.email,
      isAdministrator: false,
      isEnabled: false,
      domains: [],
      createdAt: zoe.createdAt.toISOString(),
    },
  ]);
  expect((await found('q=%25')).map(({ name }) => name)).toEqual(['Zoë 100%']);
  expect((await found(`q=${ada.email}`)).map(({ isAdministrator }) => isAdministrator)).toEqual([true]);
  const members = await found(`domainId=${domain.id}`);
  expect(members.map(({ name, domains }) => ({ name, domains }))).toEqual([
    { name: 'Änne', domains: [{ id: domain.id, name: 'Brand' }] },
  ]);
  expect(await ask({ path: '/users?cursor=none' })).toMatchObject(refused(400, 'invalid-request'));
});

test('when a user is made, then the given password signs in and is not told, and a made one is told this once', async () => {
  const { ask, domain } = await anAccountWith(identity);
  const given = await ask({
    method: 'POST',
    path: '/users',
    body: { email: 'given@made.test', name: 'Gil', password: 'a long phrase', domainIds: [domain.id] },
  });
  expect(given).toMatchObject({
    status: 201,
    body: { password: null, user: { name: 'Gil', isEnabled: true, domains: [{ name: 'Brand' }] } },
  });
  const made = await ask({
    method: 'POST',
    path: '/users',
    body: { email: 'made@made.test', name: 'Uma', isAdministrator: true },
    key: 'twice',
  });
  const told = String(made.body['password']);
  expect(told).toMatch(/^[\w-]{16}$/);
  const signIn = (email: string, with_: string) =>
    identity.client.verifyCredentials({ email, password: with_ }, AS_SERVICE);
  expect(await signIn('given@made.test', 'a long phrase')).toMatchObject({ sessionEpoch: 1 });
  expect(await signIn('made@made.test', told)).toMatchObject({ sessionEpoch: 1 });
  // The answer holds a secret and is kept nowhere: a repetition is told that the user is there.
  const again = await ask({
    method: 'POST',
    path: '/users',
    body: { email: 'made@made.test', name: 'Uma', isAdministrator: true },
    key: 'twice',
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'conflict', field: 'email' } });
});

test('when a user is not of the right form, then nothing is made', async () => {
  const { ask, domain } = await anAccountWith(identity);
  const fit = { email: 'fit@made.test', name: 'Fit', password: 'a long phrase' };
  for (const body of [
    { ...fit, email: 'Fit <fit@made.test>' },
    { ...fit, name: ' ' },
    { ...fit, name: 'a\u0000b' },
    { ...fit, password: 'short' },
    { ...fit, domainIds: 'Brand' },
  ])
    expect(await ask({ method: 'POST', path: '/users', body })).toMatchObject(
      refused(400, 'invalid-request'),
    );
  expect(
    await ask({ method: 'POST', path: '/users', body: { ...fit, password: 'fit-made-123' } }),
  ).toMatchObject(refused(400, 'guessable-password'));
  const strange = { ...fit, domainIds: [domain.id, newId()] };
  expect(await ask({ method: 'POST', path: '/users', body: strange })).toMatchObject(
    refused(404, 'not-found'),
  );
  expect(usersOf((await ask({ path: '/users?q=fit' })).body)).toEqual([]);
});

test('when a user is changed, then the answer is the new state, and what changes nothing tells nothing', async () => {
  const { ask, user } = await anAccountWith(identity);
  const { id } = await user('Noah');
  const change = (body: object) => ask({ method: 'PATCH', path: `/users/${id}`, body });
  expect((await change({ name: ' Noah Berg ', isAdministrator: true })).body).toMatchObject({
    name: 'Noah Berg',
    isAdministrator: true,
  });
  expect((await change({ isEnabled: false })).body).toMatchObject({ isEnabled: false });
  expect((await change({ isEnabled: false, name: 'Noah Berg' })).status).toBe(200);
  expect((await change({ isEnabled: true })).body).toMatchObject({ isEnabled: true });
  expect((await published(id)).map(({ type }) => type)).toEqual([
    'user.created.v1',
    'user.updated.v1',
    'user.updated.v1',
    'user.disabled.v1',
    'user.updated.v1',
  ]);
});

test('when domains are made, renamed and joined, then the list counts who can sign in', async () => {
  const { ask, user, domain } = await anAccountWith(identity);
  const press = await ask({ method: 'POST', path: '/domains', body: { name: 'Press 100%' }, key: 'press' });
  expect(press).toMatchObject({ status: 201, body: { name: 'Press 100%', memberCount: 0 } });
  const repeated = { method: 'POST', path: '/domains', body: { name: 'Press 100%' }, key: 'press' };
  expect(await ask(repeated)).toEqual(press);
  expect(await ask({ ...repeated, key: 'another' })).toMatchObject(refused(409, 'conflict'));
  const [noah, gone] = [await user('Noah'), await user('Gone')];
  const member = (method: string, userId: string) =>
    ask({ method, path: `/domains/${domain.id}/members/${userId}` });
  for (const { id } of [noah, gone, noah]) expect((await member('PUT', id)).status).toBe(204);
  await identity.commands.disableUser({ userId: gone.id });
  const renamed = await ask({ method: 'PATCH', path: `/domains/${domain.id}`, body: { name: 'Campaigns' } });
  expect(renamed.body).toMatchObject({ id: domain.id, name: 'Campaigns', memberCount: 1 });
  const listed = async (query: string) =>
    ((await ask({ path: `/domains?${query}` })).body as { items: ManagedDomain[] }).items;
  expect((await listed('')).map(({ name, memberCount }) => [name, memberCount])).toEqual([
    ['Campaigns', 1],
    ['Press 100%', 0],
  ]);
  expect((await listed('q=PRESS')).map(({ name }) => name)).toEqual(['Press 100%']);
  const { body: first } = await ask({ path: '/domains?limit=1' });
  expect((await listed(`limit=1&cursor=${String(first['nextCursor'])}`)).map(({ name }) => name)).toEqual([
    'Press 100%',
  ]);
  expect((await member('DELETE', noah.id)).status).toBe(204);
  expect((await member('DELETE', noah.id)).status).toBe(204);
  expect((await listed('q=camp'))[0]).toMatchObject({ memberCount: 0 });
});

test('when shares are switched, then it is told once, and nothing else is touched', async () => {
  const { ask, accountId } = await anAccountWith(identity);
  expect(await ask({ path: '/features' })).toEqual({ status: 200, body: { shares: true } });
  const set = (body: object) => ask({ method: 'PATCH', path: '/features', body });
  expect((await set({})).body).toEqual({ shares: true });
  for (const _time of [1, 2]) expect((await set({ shares: false })).body).toEqual({ shares: false });
  expect((await published(accountId)).map(({ data }) => (data as { version: number }).version)).toEqual([
    1, 2,
  ]);
});
