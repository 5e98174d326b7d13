import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Actor, ApiToken } from '@vitrine/contracts';
import { hashOfSecret, newId } from '@vitrine/platform/ids/ids.ts';
import { anActor, runIdentity } from './testing/running-identity.ts';

const AS_GATEWAY = { context: { actor: { kind: 'service' as const, service: 'gateway' } } };
const PASSWORD = 'correct horse';
const DAY_MS = 86_400_000;
/** A process lives by its timers; its clock alone is wrong. */
const ALL_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
const wanted = { name: 'Nightly export', scopes: ['read', 'download'], durationDays: 30 };

let identity: Awaited<ReturnType<typeof runIdentity>>;
let accountId: string;
beforeAll(async () => {
  identity = await runIdentity();
  accountId = (await identity.commands.createAccount({ name: 'Acme', features: { shares: true } })).id;
});
afterAll(() => identity.stop());

const aPerson = async () => {
  const email = `${newId()}@acme.test`;
  const user = await identity.commands.createUser({ accountId, name: 'Mia', email, password: PASSWORD });
  return { userId: user.id, actor: anActor(user) };
};
const make = async (actor: Actor, body: object = wanted) => {
  const answer = await identity.send(actor, { method: 'POST', path: '/tokens', body });
  return { ...answer, body: answer.body as unknown as { token: ApiToken; secret: string; code?: string } };
};
const list = async (actor: Actor) =>
  (await identity.send(actor, { path: '/tokens' })).body['items'] as ApiToken[];
const revoke = (actor: Actor, id: string) =>
  identity.send(actor, { method: 'DELETE', path: `/tokens/${id}` });
const find = (secret: string) => identity.client.findToken({ secretHash: hashOfSecret(secret) }, AS_GATEWAY);
const opens = (secret: string) =>
  find(secret).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'not-found' });
      return false;
    },
  );

test('when a token is made, then its secret is told once, opens what was said, and is kept nowhere', async () => {
  const { userId, actor } = await aPerson();
  const { status, body } = await make(actor, { ...wanted, scopes: ['read', 'download', 'read'] });
  expect(status).toBe(201);
  const { token, secret } = body;
  expect(secret).toMatch(/^vit_[\w-]{43}$/);
  expect(token).toMatchObject({ name: 'Nightly export', scopes: ['read', 'download'], lastUsedAt: null });
  expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(30 * DAY_MS);
  expect(await list(actor)).toEqual([token]);
  expect(await find(secret)).toEqual({ tokenId: token.id, userId, scopes: ['read', 'download'] });
  const [used] = await list(actor);
  expect(Date.parse(used?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(token.createdAt));
  expect(JSON.stringify(await list(actor))).not.toContain(secret);
});

test('when what is wanted is no token, then none is made', async () => {
  const { actor } = await aPerson();
  for (const wrong of [
    { name: ' ' },
    { name: 'a\nb' },
    { scopes: [] },
    { scopes: ['admin'] },
    { durationDays: 0 },
    { durationDays: 366 },
    { durationDays: 1.5 },
  ])
    expect(await make(actor, { ...wanted, ...wrong })).toMatchObject({ status: 400 });
  expect(await list(actor)).toEqual([]);
  expect((await make({ kind: 'anonymous' })).status).toBe(401);
});

test('when a token is revoked, then it opens nothing from then on; somebody else’s is not found', async () => {
  const [mia, noah] = [await aPerson(), await aPerson()];
  const { body } = await make(mia.actor);
  const foreign = await revoke(noah.actor, body.token.id);
  expect(foreign).toEqual(await revoke(noah.actor, newId()));
  expect(foreign.status).toBe(404);
  expect(await opens(body.secret)).toBe(true);
  expect((await revoke(mia.actor, body.token.id)).status).toBe(204);
  expect(await opens(body.secret)).toBe(false);
  expect((await revoke(mia.actor, body.token.id)).status).toBe(404);
  expect([await list(mia.actor), await list(noah.actor)]).toEqual([[], []]);
});

test('when the time of a token is over, then it opens nothing and is not listed', async () => {
  const { actor } = await aPerson();
  const { body } = await make(actor, { ...wanted, durationDays: 1 });
  expect(await opens(body.secret)).toBe(true);
  await identity.passMs(DAY_MS);
  expect(await opens(body.secret)).toBe(false);
  expect(await list(actor)).toEqual([]);
});

test('when the clock of the process is wrong, then what ends does so by that of the database', async () => {
  const { actor } = await aPerson();
  const { body } = await make(actor, { ...wanted, durationDays: 1 });
  jest.useFakeTimers({ now: Date.now() + 2 * DAY_MS, doNotFake: [...ALL_BUT_DATE] });
  expect(await opens(body.secret)).toBe(true);
  const later = await make(actor, { ...wanted, durationDays: 1 });
  jest.useRealTimers();
  await identity.passMs(DAY_MS);
  expect(await opens(later.body.secret)).toBe(false);
});

test('when the password is changed or set, or the person disabled, then every token of theirs ends for good', async () => {
  const { changePassword } = identity.client;
  const newPassword = 'another phrase';
  const ways = [
    (userId: string) =>
      changePassword({ userId, currentPassword: PASSWORD, newPassword, keptSessionId: 's' }, AS_GATEWAY),
    (userId: string) => identity.commands.disableUser({ userId }),
    async (userId: string) => {
      const admin = await identity.commands.createUser({
        accountId,
        name: 'Ada',
        email: `${newId()}@acme.test`,
        password: PASSWORD,
        isAdministrator: true,
      });
      const path = `/users/${userId}/password`;
      const actor = anActor({ ...admin, isAdministrator: true });
      expect((await identity.admin(actor, { method: 'PUT', path, body: {} })).status).toBe(200);
    },
  ];
  const { body: other } = await make((await aPerson()).actor);
  for (const end of ways) {
    const { userId, actor } = await aPerson();
    const { body } = await make(actor);
    expect(await opens(body.secret)).toBe(true);
    await end(userId);
    expect(await opens(body.secret)).toBe(false);
    await identity.commands.enableUser({ userId });
    expect(await opens(body.secret)).toBe(false);
  }
  expect(await opens(other.secret)).toBe(true);
});

test('when somebody makes many at once, then there are twenty and no more, until one is revoked', async () => {
  const { actor } = await aPerson();
  const made = await Promise.all(Array.from({ length: 24 }, () => make(actor)));
  expect(made.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: 20 }, () => 201),
    ...Array.from({ length: 4 }, () => 409),
  ]);
  const [first] = await list(actor);
  await revoke(actor, first?.id ?? '');
  expect((await make(actor)).status).toBe(201);
  expect((await make(actor)).body.code).toBe('conflict');
});

test('when it is no service that asks whose a token is, then it is not told', async () => {
  const { actor } = await aPerson();
  const { body } = await make(actor);
  const secretHash = hashOfSecret(body.secret);
  for (const other of [actor, { kind: 'anonymous' as const }])
    await expect(
      identity.client.findToken({ secretHash }, { context: { actor: other } }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
});
