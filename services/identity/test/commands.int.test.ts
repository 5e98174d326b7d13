import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runIdentity } from './testing/running-identity.ts';

let identity: Awaited<ReturnType<typeof runIdentity>>;
beforeAll(async () => {
  identity = await runIdentity();
});
afterAll(() => identity.stop());

const unknown = '0198f0a0-0000-7000-8000-000000000001';
const names = { next: 0 };
const anAccount = () =>
  identity.commands.createAccount({ name: `Account ${(names.next += 1)}`, features: { shares: true } });
const aUser = (accountId: string, email = `user${(names.next += 1)}@acme.test`) =>
  identity.commands.createUser({ accountId, email, name: 'Mia', password: 'correct horse' });

const published = async (subject: string) =>
  (await identity.database.publishedEvents())
    .filter((event) => event.subject === subject)
    .map(({ type, data }) => ({ type, version: (data as { version: number }).version }));

test('when an account gets a feature, then both its making and the change are told', async () => {
  const { createAccount, setFeature, listAccounts } = identity.commands;
  const { id, features } = await createAccount({ name: ' Silent ' });
  expect(features).toEqual({ shares: false });
  await setFeature({ accountId: id, feature: 'shares', isOn: true });
  await setFeature({ accountId: id, feature: 'shares', isOn: true });
  expect(await listAccounts()).toContainEqual(
    expect.objectContaining({ id, name: 'Silent', version: 2, features: { shares: true }, domains: [] }),
  );
  expect(await published(id)).toEqual([
    { type: 'account.features-changed.v1', version: 1 },
    { type: 'account.features-changed.v1', version: 2 },
  ]);
});

test('when a name or an address is taken, in whatever case, then conflict, and nothing is told', async () => {
  const { createAccount, createDomain, renameDomain } = identity.commands;
  const { id: accountId, name } = await anAccount();
  const { id: otherId } = await anAccount();
  await createDomain({ accountId, name: 'Press' });
  const { id: domainId } = await createDomain({ accountId, name: 'Brand' });
  await aUser(accountId, 'taken@acme.test');
  const before = await identity.database.publishedEvents();
  for (const attempt of [
    () => createAccount({ name: name.toUpperCase() }),
    () => createDomain({ accountId, name: 'PRESS' }),
    () => renameDomain({ domainId, name: 'press' }),
    () => aUser(otherId, 'Taken@ACME.test'),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
  expect(await identity.database.publishedEvents()).toEqual(before);
  expect(await createDomain({ accountId: otherId, name: 'Press' })).toMatchObject({ accountId: otherId });
});

test('when two make the same user at once, then one of them is told of the conflict', async () => {
  const { id } = await anAccount();
  const attempts = await Promise.allSettled([aUser(id, 'twin@acme.test'), aUser(id, 'twin@acme.test')]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('when a user joins and leaves domains, then each change is told once, whatever comes at the same time', async () => {
  const { addMember, removeMember, createDomain } = identity.commands;
  const { id: accountId } = await anAccount();
  const { id: userId } = await aUser(accountId);
  const domains = await Promise.all(['One', 'Two', 'Three'].map((name) => createDomain({ accountId, name })));
  await Promise.all([...domains, ...domains].map(({ id: domainId }) => addMember({ domainId, userId })));
  const first = domains[0]!.id;
  const user = await removeMember({ domainId: first, userId });
  expect(user).toMatchObject({ version: 5 });
  expect([...user.domainIds].sort()).toEqual([domains[1]!.id, domains[2]!.id].sort());
  expect((await published(userId)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
});

test('when a user is to join a domain of another account, then there is no such domain', async () => {
  const { addMember, createDomain } = identity.commands;
  const foreign = await createDomain({ accountId: (await anAccount()).id, name: 'Press' });
  const { id: userId } = await aUser((await anAccount()).id);
  await expect(addMember({ domainId: foreign.id, userId })).rejects.toMatchObject({ code: 'not-found' });
  expect(await published(userId)).toHaveLength(1);
});

test('when a user is made without a password, then one is made and told; domains of the account are joined at once', async () => {
  const { createUser, createDomain } = identity.commands;
  const { id: accountId } = await anAccount();
  const { id: domainId } = await createDomain({ accountId, name: 'Brand' });
  const made = await createUser({ accountId, email: 'made@acme.test', name: 'Uma', domainIds: [domainId] });
  expect(made.madePassword).toMatch(/^[\w-]{16}$/);
  expect(made).toMatchObject({ version: 1, domainIds: [domainId] });
  expect((await identity.database.repositories.users.byId(made.id))?.domainIds).toEqual([domainId]);
  const foreign = await createDomain({ accountId: (await anAccount()).id, name: 'Brand' });
  await expect(
    createUser({ accountId, email: 'other@acme.test', name: 'Uma', domainIds: [domainId, foreign.id] }),
  ).rejects.toMatchObject({ code: 'not-found', details: { what: 'domain' } });
  expect(await aUser(accountId, 'other@acme.test')).toMatchObject({ madePassword: null });
});

test('when whoever runs the system disables the only administrator, then that holds: it can make another', async () => {
  const { createUser, disableUser } = identity.commands;
  const { id: accountId } = await anAccount();
  const facts = { accountId, email: 'only@acme.test', name: 'Ada', password: 'correct horse' };
  const { id: userId } = await createUser({ ...facts, isAdministrator: true });
  expect((await disableUser({ userId })).disabledAt).not.toBeNull();
});

test('when what is named does not exist or is not of the right form, then the error says which', async () => {
  const { createDomain, setFeature, disableUser, createUser } = identity.commands;
  await expect(createDomain({ accountId: unknown, name: 'Press' })).rejects.toMatchObject({
    code: 'not-found',
    details: { what: 'account' },
  });
  expect(() => setFeature({ accountId: 'acme', feature: 'shares', isOn: true })).toThrow(
    expect.objectContaining({ code: 'invalid-request' }),
  );
  await expect(disableUser({ userId: unknown })).rejects.toMatchObject({ details: { what: 'user' } });
  await expect(
    createUser({ accountId: unknown, email: 'mia', name: '', password: 'x' }),
  ).rejects.toMatchObject({
    code: 'invalid-request',
    details: { issues: [{ path: 'email' }, { path: 'name' }] },
  });
});
