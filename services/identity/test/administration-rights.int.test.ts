import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ManagedUser } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { AS_SERVICE, PASSWORD, anAccountWith, askingAs, refused } from './testing/administered-account.ts';
import { type AdminRequest, anActor, runIdentity } from './testing/running-identity.ts';

let identity: Awaited<ReturnType<typeof runIdentity>>;
beforeAll(async () => {
  identity = await runIdentity();
});
afterAll(() => identity.stop());

const published = async (subject: string) =>
  (await identity.database.publishedEvents()).filter((event) => event.subject === subject);

test('when an administrator would end what they act by, then it is refused; the own name can be changed', async () => {
  const { ask, ada } = await anAccountWith(identity);
  const own = (body: object) => ask({ method: 'PATCH', path: `/users/${ada.id}`, body });
  for (const body of [{ isAdministrator: false }, { isEnabled: false }, { name: 'X', isEnabled: false }])
    expect(await own(body)).toMatchObject(refused(409, 'own-account'));
  expect(await ask({ method: 'PUT', path: `/users/${ada.id}/password`, body: {} })).toMatchObject(
    refused(409, 'own-account'),
  );
  expect(await own({ name: 'Ada Lind', isAdministrator: true })).toMatchObject({
    status: 200,
    body: { name: 'Ada Lind', isAdministrator: true, isEnabled: true },
  });
});

test('when two administrators take the role from one another at once, then one of them keeps it', async () => {
  const { ada, user, accountId } = await anAccountWith(identity);
  const bea = await user('Bea', true);
  const [asAda, asBea] = [ada, bea].map(({ id }) => askingAs(identity, { id, accountId }));
  const answers = await Promise.all([
    asAda!({ method: 'PATCH', path: `/users/${bea.id}`, body: { isAdministrator: false } }),
    asBea!({ method: 'PATCH', path: `/users/${ada.id}`, body: { isEnabled: false } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'last-administrator' });
});

test('when a password is set, then the old one is dead and the sessions of before count no more', async () => {
  const { ask, user } = await anAccountWith(identity);
  const { id, email } = await user('Noah');
  const set = (body: object) => ask({ method: 'PUT', path: `/users/${id}/password`, body });
  expect(await set({ password: 'another phrase' })).toEqual({ status: 200, body: { password: null } });
  const signIn = (with_: string) => identity.client.verifyCredentials({ email, password: with_ }, AS_SERVICE);
  await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: 'wrong-credentials' });
  expect(await signIn('another phrase')).toEqual({ userId: id, sessionEpoch: 2 });
  const { body } = await set({});
  expect(await signIn(String(body['password']))).toEqual({ userId: id, sessionEpoch: 3 });
  expect(JSON.stringify(await published(id))).not.toContain(String(body['password']));
  expect(await set({ password: 'short' })).toMatchObject(refused(400, 'invalid-request'));
  for (const password of ['iloveyou', 'Noah 2026'])
    expect(await set({ password })).toMatchObject(refused(400, 'guessable-password'));
});

test('when somebody who knows the password changes it, then one session is kept; whoever does not, changes nothing', async () => {
  const { user } = await anAccountWith(identity);
  const { id: userId, email } = await user('Noah');
  const change = (currentPassword: string) =>
    identity.client.changePassword(
      { userId, currentPassword, newPassword: 'another phrase', keptSessionId: 'this one' },
      AS_SERVICE,
    );
  await expect(change('a guess')).rejects.toMatchObject({ code: 'wrong-credentials' });
  expect(await identity.client.profile({ userId }, AS_SERVICE)).toMatchObject({ sessionEpoch: 1 });
  await change(PASSWORD);
  expect(await identity.client.profile({ userId }, AS_SERVICE)).toMatchObject({
    sessionEpoch: 2,
    keptSessionId: 'this one',
  });
  await expect(
    identity.client.verifyCredentials({ email, password: PASSWORD }, AS_SERVICE),
  ).rejects.toMatchObject({
    code: 'wrong-credentials',
  });
  const twice = await Promise.allSettled(['a', 'b'].map(() => change('another phrase')));
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const [sessionEpoch, keptSessionId] of [
    [4, null],
    [5, 'this one'],
  ] as const) {
    await identity.client.endSessions({ userId, keptSessionId }, AS_SERVICE);
    expect(await identity.client.profile({ userId }, AS_SERVICE)).toMatchObject({
      sessionEpoch,
      keptSessionId,
    });
  }
});

/** Every route, for things of the scene. */
const everyRoute = ({ domainId, userId }: { domainId: string; userId: string }): AdminRequest[] => [
  { path: '/users' },
  { path: `/users?domainId=${domainId}` },
  { method: 'POST', path: '/users', body: { email: 'x@y.test', name: 'X', domainIds: [domainId] } },
  { method: 'PATCH', path: `/users/${userId}`, body: { name: 'Taken over' } },
  { method: 'PUT', path: `/users/${userId}/password`, body: {} },
  { path: '/domains' },
  { method: 'POST', path: '/domains', body: { name: 'Theirs' } },
  { method: 'PATCH', path: `/domains/${domainId}`, body: { name: 'Taken over' } },
  { method: 'PUT', path: `/domains/${domainId}/members/${userId}` },
  { method: 'DELETE', path: `/domains/${domainId}/members/${userId}` },
  { path: '/features' },
  { method: 'PATCH', path: '/features', body: { shares: false } },
];

test('when nobody, a guest or any other person asks, then every route refuses, whatever it is asked for', async () => {
  const { domain, user } = await anAccountWith(identity);
  const noah = await user('Noah');
  const events = (await identity.database.publishedEvents()).length;
  const guest = { invitationId: newId(), shareId: newId(), secretVersion: 1, sessionId: 's' };
  for (const things of [
    { domainId: domain.id, userId: noah.id },
    { domainId: newId(), userId: newId() },
  ])
    for (const request of everyRoute(things)) {
      const asNobody = await identity.admin({ kind: 'anonymous' }, request);
      expect({ request, ...asNobody }).toMatchObject(refused(401, 'not-signed-in'));
      expect((await identity.admin({ kind: 'guest', ...guest }, request)).status).toBe(401);
      expect(await identity.admin(anActor(noah), request)).toMatchObject(refused(403, 'not-allowed'));
    }
  expect(await identity.database.publishedEvents()).toHaveLength(events);
});

test('when an administrator of another account asks for what is ours, then it answers as if it did not exist', async () => {
  const ours = await anAccountWith(identity);
  const noah = await ours.user('Noah');
  const { ask } = await anAccountWith(identity);
  const known = everyRoute({ domainId: ours.domain.id, userId: noah.id });
  const unknown = everyRoute({ domainId: newId(), userId: newId() });
  const isNamed = ({ path, body }: AdminRequest) => /[0-9a-f]{8}-/.test(path + JSON.stringify(body ?? ''));
  for (const [index, request] of known.entries()) {
    if (!isNamed(request)) continue;
    const answer = await ask(request);
    expect({ request, ...answer }).toMatchObject(refused(404, 'not-found'));
    expect(answer).toEqual(await ask(unknown[index]!));
  }
  const { items } = (await ask({ path: '/users' })).body as { items: ManagedUser[] };
  expect(items.map(({ name }) => name)).toEqual(['Ada']);
});
