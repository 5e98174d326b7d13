import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { runIdentity } from './testing/running-identity.ts';

const AS_GATEWAY = { context: { actor: { kind: 'service' as const, service: 'gateway' } } };
const ISSUER = 'https://login.acme.test';
const PASSWORD = 'correct horse';

let identity: Awaited<ReturnType<typeof runIdentity>>;
let acme: { id: string; name: string };
let legalId: string;
beforeAll(async () => {
  identity = await runIdentity();
  acme = await identity.commands.createAccount({ name: 'Acme', features: { shares: true } });
  for (const name of ['Brand', 'Press']) await identity.commands.createDomain({ accountId: acme.id, name });
  legalId = (await identity.commands.createDomain({ accountId: acme.id, name: 'Legal' })).id;
});
afterAll(() => identity.stop());

const signIn = (overrides: object) => {
  const somebody = { issuer: ISSUER, subject: newId(), account: 'Acme', email: `${newId()}@acme.test` };
  const said = { isEmailVerified: true, name: 'Ada Moreau', domains: null };
  return identity.client.signInWithOidc({ ...somebody, ...said, ...overrides }, AS_GATEWAY);
};
const domainsOf = async (userId: string) =>
  (await identity.client.profile({ userId }, AS_GATEWAY)).domains.map(({ name }) => name);
const aUser = (facts: object = {}) =>
  identity.commands.createUser({
    accountId: acme.id,
    name: 'Mia',
    email: `${newId()}@acme.test`,
    password: PASSWORD,
    ...facts,
  });

test('when somebody unknown signs in, then they are a user of the account from then on, the same at each sign-in', async () => {
  const subject = newId();
  const email = `${newId()}@acme.test`;
  const { userId } = await signIn({ subject, email, domains: ['brand', 'Nowhere'] });
  expect(await identity.client.profile({ userId }, AS_GATEWAY)).toMatchObject({
    ...{ email, name: 'Ada Moreau', isAdministrator: false, account: { id: acme.id } },
    domains: [{ name: 'Brand' }],
  });
  expect(await signIn({ subject, email: 'another@acme.test' })).toMatchObject({ userId });
});

test('when somebody without a name signs in, then they are called by their address', async () => {
  const { userId } = await signIn({ email: `zoe.${newId()}@acme.test`, name: null });
  expect((await identity.client.profile({ userId }, AS_GATEWAY)).name).toMatch(/^zoe\./);
});

test('when an address that is vouched for is a user’s, then it is that user, who keeps the password', async () => {
  const mia = await aUser();
  const { userId, sessionEpoch } = await signIn({ email: mia.email.toUpperCase() });
  expect(userId).toBe(mia.id);
  const credentials = { email: mia.email, password: PASSWORD };
  expect(await identity.client.verifyCredentials(credentials, AS_GATEWAY)).toEqual({ userId, sessionEpoch });
});

test('when somebody was made by signing in, then no password opens', async () => {
  const email = `${newId()}@acme.test`;
  await signIn({ email });
  for (const password of ['', 'nobody', PASSWORD])
    await expect(identity.client.verifyCredentials({ email, password }, AS_GATEWAY)).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
});

test('when an address is not vouched for, or is none, then nobody is let in and nobody is made', async () => {
  const { email, id } = await aUser();
  const refused = { code: 'not-allowed' };
  await expect(signIn({ email, isEmailVerified: false })).rejects.toMatchObject(refused);
  await expect(signIn({ email: 'not an address' })).rejects.toMatchObject(refused);
  await expect(signIn({ email: '' })).rejects.toMatchObject(refused);
  // What was refused linked nothing: the same provider may vouch later.
  expect(await signIn({ email })).toMatchObject({ userId: id });
});

test('when the address is of another account, or the user is disabled, then nobody is let in', async () => {
  const rival = await identity.commands.createAccount({ name: 'Rival', features: { shares: true } });
  const rolf = await aUser({ accountId: rival.id });
  await expect(signIn({ email: rolf.email })).rejects.toMatchObject({ code: 'not-allowed' });
  const gone = await aUser();
  const subject = newId();
  await signIn({ subject, email: gone.email });
  await identity.commands.disableUser({ userId: gone.id });
  await expect(signIn({ subject, email: gone.email })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(signIn({ account: 'Nobody’s' })).rejects.toMatchObject({ code: 'not-found' });
});

test('when another provider knows somebody by the same subject, then it is somebody else', async () => {
  const subject = newId();
  const { userId } = await signIn({ subject });
  const elsewhere = await signIn({ subject, issuer: 'https://other.test' });
  expect(elsewhere.userId).not.toBe(userId);
});

test('when a provider names domains, then memberships follow it, and what an administrator gave stays', async () => {
  const subject = newId();
  const mia = await aUser({ domainIds: [legalId] });
  const as = { subject, email: mia.email };
  await signIn({ ...as, domains: ['Brand', 'Press'] });
  expect(await domainsOf(mia.id)).toEqual(['Brand', 'Legal', 'Press']);
  await signIn({ ...as, domains: ['Press'] });
  expect(await domainsOf(mia.id)).toEqual(['Legal', 'Press']);
  await signIn({ ...as, domains: null });
  expect(await domainsOf(mia.id)).toEqual(['Legal', 'Press']);
  await signIn({ ...as, domains: [] });
  expect(await domainsOf(mia.id)).toEqual(['Legal']);
});

test('when somebody signs in for the first time in several windows at once, then it is one user', async () => {
  const as = { subject: newId(), email: `${newId()}@acme.test`, domains: ['Brand'] };
  const all = await Promise.all(Array.from({ length: 8 }, () => signIn(as)));
  expect(new Set(all.map(({ userId }) => userId)).size).toBe(1);
});
