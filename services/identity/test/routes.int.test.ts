import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anActor, runIdentity } from './testing/running-identity.ts';

let identity: Awaited<ReturnType<typeof runIdentity>>;
let acme: string;
let mia: { id: string; accountId: string };
let quietUser: { id: string; accountId: string };
const password = 'correct horse';
const service = { context: { actor: { kind: 'service' as const, service: 'gateway' } } };

beforeAll(async () => {
  identity = await runIdentity();
  const { createAccount, createUser } = identity.commands;
  acme = (await createAccount({ name: 'Acme', features: { shares: true } })).id;
  const person = { accountId: acme, password };
  mia = await createUser({ ...person, name: 'Mia Brandt', email: 'Mia@acme.test' });
  await createUser({ ...person, name: 'José 100%_sure', email: 'jose@acme.test' });
  const { id } = await createUser({ ...person, name: 'Ada', email: 'ada@acme.test', isAdministrator: true });
  const quiet = await createAccount({ name: 'Quiet' });
  quietUser = await createUser({ ...person, accountId: quiet.id, name: 'Otto', email: 'otto@quiet.test' });
  for (const name of ['Zoo', 'Äpfel', 'Brand'])
    await identity.commands.createDomain({ accountId: acme, name });
  administrator = id;
});
let administrator: string;
afterAll(() => identity.stop());

const namesFor = async (query: string, actor = mia) => {
  const { status, body } = await identity.get(`/api/v1/users?${query}`, anActor(actor));
  return { status, names: (body as { items?: { name: string }[] }).items?.map(({ name }) => name) };
};
const disabledUser = async (email: string) => {
  const user = await identity.commands.createUser({ accountId: acme, name: 'Gone', email, password });
  return identity.commands.disableUser({ userId: user.id });
};

test('when colleagues are searched, then those of the own account are found by name or address, sorted by name', async () => {
  expect(await namesFor('q=')).toEqual({ status: 200, names: ['Ada', 'José 100%_sure', 'Mia Brandt'] });
  expect((await namesFor('q=BRAND')).names).toEqual(['Mia Brandt']);
  expect((await namesFor('q=mia%40acme')).names).toEqual(['Mia Brandt']);
  expect((await namesFor('q=jose')).names).toEqual(['José 100%_sure']);
  expect((await namesFor('q=&limit=1')).names).toEqual(['Ada']);
  expect((await namesFor('q=', quietUser)).names).toEqual(['Otto']);
});

test('when the text has signs that a pattern knows, then they are only text', async () => {
  expect((await namesFor('q=100%25_')).names).toEqual(['José 100%_sure']);
  for (const text of ['%25', '_']) expect((await namesFor(`q=${text}`)).names).toEqual(['José 100%_sure']);
  for (const text of ['%5C', "'", '%25%5C%25'])
    expect(await namesFor(`q=${text}`)).toEqual({ status: 200, names: [] });
  expect((await namesFor('q=%00')).status).toBe(400);
});

test('when a user is disabled, then no search, no profile and no sign-in finds them, until enabled again', async () => {
  const { id } = await disabledUser('gone@acme.test');
  expect((await namesFor('q=gone')).names).toEqual([]);
  await expect(identity.client.profile({ userId: id }, service)).rejects.toMatchObject({ code: 'not-found' });
  const credentials = { email: 'gone@acme.test', password };
  await expect(identity.client.verifyCredentials(credentials, service)).rejects.toMatchObject({
    code: 'wrong-credentials',
  });
  await identity.commands.enableUser({ userId: id });
  // The sessions of before are over for good.
  expect(await identity.client.verifyCredentials(credentials, service)).toEqual({
    userId: id,
    sessionEpoch: 2,
  });
  await identity.commands.disableUser({ userId: id });
});

test('when the address and the password are right, whatever the case of the address, then it says who', async () => {
  for (const email of ['mia@acme.test', 'MIA@ACME.TEST', ' mia@acme.test '])
    expect(await identity.client.verifyCredentials({ email, password }, service)).toEqual({
      userId: mia.id,
      sessionEpoch: 1,
    });
});

test('when either is wrong, then the answer is the same', async () => {
  const answers = await Promise.all(
    ['mia@acme.test', 'nobody@acme.test', ''].map((email) =>
      identity.client
        .verifyCredentials({ email, password: 'wrong' }, service)
        .catch((error: unknown) => error),
    ),
  );
  for (const answer of answers) expect(answer).toMatchObject({ code: 'wrong-credentials', details: {} });
});

test('when a profile is read, then members have their domains and administrators all, sorted as people do', async () => {
  const { addMember, listAccounts } = identity.commands;
  const { domains } = (await listAccounts()).find(({ id }) => id === acme)!;
  expect(domains.map(({ name }) => name)).toEqual(['Äpfel', 'Brand', 'Zoo']);
  await addMember({ domainId: domains[2]!.id, userId: mia.id });
  await addMember({ domainId: domains[0]!.id, userId: mia.id });
  expect(await identity.client.profile({ userId: mia.id }, service)).toEqual({
    userId: mia.id,
    name: 'Mia Brandt',
    email: 'Mia@acme.test',
    isAdministrator: false,
    account: { id: acme, name: 'Acme', features: { shares: true } },
    domains: [domains[0], domains[2]],
    language: null,
    sessionEpoch: 1,
    keptSessionId: null,
  });
  expect((await identity.client.profile({ userId: administrator }, service)).domains).toEqual(domains);
});

test('when users are named by id or address, then those of the account are found, each once', async () => {
  const { id: disabledId } = await disabledUser('gone-too@acme.test');
  const { users } = await identity.client.findUsers(
    {
      accountId: acme,
      userIds: [mia.id, quietUser.id, disabledId],
      emails: ['MIA@acme.test', 'jose@ACME.test', 'otto@quiet.test', 'nobody@acme.test'],
    },
    service,
  );
  expect(users.map(({ email }) => email)).toEqual(['jose@acme.test', 'Mia@acme.test']);
  expect(await identity.client.findUsers({ accountId: acme }, service)).toEqual({ users: [] });
});

test('when somebody who may not asks, then identity tells nothing', async () => {
  const anonymous = { kind: 'anonymous' as const };
  expect((await identity.get('/api/v1/users', anonymous)).status).toBe(401);
  for (const actor of [anonymous, anActor(mia)]) {
    expect((await identity.get(`/internal/users/${mia.id}/profile`, actor)).status).toBe(403);
    await expect(
      identity.client.verifyCredentials({ email: 'mia@acme.test', password }, { context: { actor } }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  }
});

test('when the page tells what a person uses it in, then the profile says it, and others hear it once', async () => {
  const tell = (userId: string, language: 'en' | 'de') =>
    identity.client.setLanguage({ userId, language }, service);
  const updates = async () =>
    (await identity.database.publishedEvents()).filter(({ type }) => type === 'user.updated.v1');
  const before = await updates();
  expect(await identity.client.profile({ userId: mia.id }, service)).toMatchObject({ language: null });
  await tell(mia.id, 'de');
  await tell(mia.id, 'de');
  expect(await identity.client.profile({ userId: mia.id }, service)).toMatchObject({ language: 'de' });
  const told = (await updates()).slice(before.length);
  expect(told).toMatchObject([{ subject: mia.id, data: { language: 'de', name: 'Mia Brandt' } }]);
  await expect(tell(acme, 'de')).rejects.toMatchObject({ code: 'not-found' });
});
