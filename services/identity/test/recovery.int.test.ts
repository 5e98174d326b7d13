import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FIRST_PASSWORD_DAYS, UserRecoveryRequestedV1 } from '@vitrine/contracts';
import { hashOfSecret, newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import { AS_SERVICE, PASSWORD, anAccountWith } from './testing/administered-account.ts';
import { anActor, runIdentity } from './testing/running-identity.ts';

let identity: Awaited<ReturnType<typeof runIdentity>>;
beforeAll(async () => {
  identity = await runIdentity();
});
afterAll(() => identity.stop());

const HOUR_MS = 3_600_000;
const NEXT = 'seven sleepy herons';
const ask = (email: string) => identity.client.requestRecovery({ email, language: 'de' }, AS_SERVICE);
const answerAll = () => identity.answerRecoveryRequests();
/** What is told of recoveries of one person, oldest first. */
const recoveriesOf = async (userId: string) =>
  (await identity.database.publishedEvents())
    .filter(({ type, subject }) => type === UserRecoveryRequestedV1.type && subject === userId)
    .map(({ data }) => UserRecoveryRequestedV1.data.parse(data));
const recover = (token: string, newPassword = NEXT) =>
  identity.client.recover({ token, newPassword }, AS_SERVICE);
const signIn = (email: string, password: string) =>
  identity.client.verifyCredentials({ email, password }, AS_SERVICE);
/** The secret of a recovery, as guest-invitation makes one. */
const give = async (recoveryId: string): Promise<string> => {
  const secret = newSecret();
  await identity.client.giveRecovery({ recoveryId, secretHash: hashOfSecret(secret) }, AS_SERVICE);
  return secret;
};
const aRecovery = async () => {
  const { user, ask: asAda, ada } = await anAccountWith(identity);
  const mia = await user('Mia');
  await ask(` ${mia.email.toUpperCase()} `);
  await answerAll();
  const [told] = await recoveriesOf(mia.id);
  return { mia, ada, asAda, recoveryId: told?.recoveryId ?? '', token: await give(told?.recoveryId ?? '') };
};
const notValid = { code: 'link-not-valid' };

test('when a user forgot the password, then one event has the mail sent, without a secret, and the link sets another, once', async () => {
  const { mia, recoveryId, token } = await aRecovery();
  expect(await recoveriesOf(mia.id)).toEqual([
    { recoveryId, userId: mia.id, accountId: mia.accountId, email: mia.email, name: 'Mia', language: 'de' },
  ]);
  const { sessionEpoch } = await signIn(mia.email, PASSWORD);
  expect(await recover(token)).toEqual({ userId: mia.id, accountId: mia.accountId, name: 'Mia' });
  await expect(signIn(mia.email, PASSWORD)).rejects.toMatchObject({ code: 'wrong-credentials' });
  expect((await signIn(mia.email, NEXT)).sessionEpoch).toBe(sessionEpoch + 1);
  await expect(recover(token, 'still another phrase')).rejects.toMatchObject(notValid);
  const rows = await identity.database.sql.query('SELECT * FROM recovery');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('when the same link is used many times at once, then one of them sets a password', async () => {
  const { token } = await aRecovery();
  const tries = Array.from({ length: 6 }, (_, index) =>
    recover(token, `${NEXT} ${index}`).then(
      () => 'set',
      (error: unknown) => (error as { code: string }).code,
    ),
  );
  expect((await Promise.all(tries)).toSorted()).toEqual([...Array<string>(5).fill('link-not-valid'), 'set']);
});

test('when API tokens and other links are there, then they end with the password; a guessable one is refused and uses nothing up', async () => {
  const { mia, token } = await aRecovery();
  await ask(mia.email);
  await answerAll();
  const another = await give((await recoveriesOf(mia.id))[1]?.recoveryId ?? '');
  const made = await identity.send(anActor(mia), {
    method: 'POST',
    path: '/tokens',
    body: { name: 'Script', scopes: ['read'], durationDays: 1 },
  });
  expect(made.status).toBe(201);
  const secretHash = hashOfSecret(String(made.body['secret']));
  await identity.client.findToken({ secretHash }, AS_SERVICE);
  await expect(recover(token, 'password1')).rejects.toMatchObject({ code: 'guessable-password' });
  await recover(token);
  await expect(identity.client.findToken({ secretHash }, AS_SERVICE)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(recover(another)).rejects.toMatchObject(notValid);
});

test('when an hour has passed, the user was disabled or another password was set, then the link is dead', async () => {
  const late = await aRecovery();
  await identity.passMs(HOUR_MS);
  await expect(recover(late.token)).rejects.toMatchObject(notValid);
  await expect(give(late.recoveryId)).rejects.toMatchObject({ code: 'not-found' });
  const out = await aRecovery();
  await identity.commands.disableUser({ userId: out.mia.id });
  await expect(recover(out.token)).rejects.toMatchObject(notValid);
  const changed = await aRecovery();
  const path = `/users/${changed.mia.id}/password`;
  expect((await changed.asAda({ method: 'PUT', path, body: {} })).status).toBe(200);
  await expect(recover(changed.token)).rejects.toMatchObject(notValid);
  await expect(recover(newSecret())).rejects.toMatchObject(notValid);
});

test('when it is asked for again and again, then three mails go out within an hour, and more after it', async () => {
  const { user } = await anAccountWith(identity);
  const mia = await user('Mia');
  const askOften = async () => {
    await Promise.all(Array.from({ length: 6 }, () => ask(mia.email)));
    await Promise.all([answerAll(), answerAll()]);
  };
  await askOften();
  expect(await recoveriesOf(mia.id)).toHaveLength(3);
  await identity.passMs(HOUR_MS + 1_000);
  await askOften();
  expect(await recoveriesOf(mia.id)).toHaveLength(6);
});

test('when the address is nobody’s, a disabled user’s or of one who signs in with a provider, then nothing is told', async () => {
  const { user } = await anAccountWith(identity);
  const [off, linked] = [await user('Off'), await user('Linked')];
  await identity.commands.disableUser({ userId: off.id });
  await identity.database.inTransaction(({ externals }) =>
    externals.link({ issuer: 'https://login.acme.test', subject: newId() }, linked.id),
  );
  for (const email of [off.email, linked.email, 'nobody@acme.test', 'no address']) await ask(email);
  await answerAll();
  expect(await recoveriesOf(off.id)).toEqual([]);
  expect(await recoveriesOf(linked.id)).toEqual([]);
  expect(await identity.database.sql.query('SELECT * FROM recovery_request')).toEqual([]);
});

test('when anybody but a service asks, then 403', async () => {
  const { user } = await anAccountWith(identity);
  const context = { context: { actor: anActor(await user('Mia')) } };
  const asks = [
    identity.client.requestRecovery({ email: 'x', language: 'en' }, context),
    identity.client.giveRecovery({ recoveryId: newId(), secretHash: 'x' }, context),
    identity.client.recover({ token: 'x', newPassword: NEXT }, context),
  ];
  await Promise.all(asks.map((each) => expect(each).rejects.toMatchObject({ code: 'not-allowed' })));
});

test('when an administrator set the password, then it ends after days, unless its person replaced it; one of the command line does not', async () => {
  const { ada, ask: asAda, user } = await anAccountWith(identity);
  const made = async (email: string) =>
    String((await asAda({ method: 'POST', path: '/users', body: { email, name: 'Gil' } })).body['password']);
  const [kept, replaced] = [`${newId()}@acme.test`, `${newId()}@acme.test`];
  const first = { kept: await made(kept), replaced: await made(replaced) };
  const reset = await user('Reset');
  const set = await asAda({ method: 'PUT', path: `/users/${reset.id}/password`, body: {} });
  const { userId } = await signIn(replaced, first.replaced);
  const change = { userId, currentPassword: first.replaced, newPassword: NEXT, keptSessionId: 's' };
  await identity.client.changePassword(change, AS_SERVICE);
  await identity.passMs(FIRST_PASSWORD_DAYS * 24 * HOUR_MS - 60_000);
  await signIn(kept, first.kept);
  await identity.passMs(60_000);
  const ended = { code: 'wrong-credentials' };
  await expect(signIn(kept, first.kept)).rejects.toMatchObject(ended);
  await expect(signIn(reset.email, String(set.body['password']))).rejects.toMatchObject(ended);
  await signIn(replaced, NEXT);
  await signIn(ada.email, PASSWORD);
  await ask(kept);
  await answerAll();
  const told = (await identity.database.publishedEvents()).findLast(({ type }) =>
    type.startsWith('user.recovery'),
  );
  const token = await give(UserRecoveryRequestedV1.data.parse(told?.data).recoveryId);
  await recover(token);
  expect(await signIn(kept, NEXT)).toBeDefined();
});
