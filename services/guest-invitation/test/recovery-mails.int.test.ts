import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserRecoveryRequestedV1 } from '@vitrine/contracts';
import { hashOfSecret, newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { createSmtpTransport } from '../src/mail/smtp-transport.ts';
import { attemptRecoveryMail, claimRecoveryMail } from '../src/send-mail/send-recovery-mail.ts';
import { type Bench, openBench } from './testing/open-bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const requested = (language: 'en' | 'de' = 'en', name = 'Mia Berg') => {
  const data = {
    recoveryId: newId(),
    userId: newId(),
    accountId: newId(),
    email: `${newId()}@acme.example`,
    name,
    language,
  };
  return { ...data, event: aCloudEvent(UserRecoveryRequestedV1, { subject: data.userId, data }) };
};
const sendAll = async (): Promise<void> => {
  const deps = { ...bench.deps, transport: createSmtpTransport(bench.postOffice.url) };
  for (let mail = await claimRecoveryMail(deps); mail !== null; mail = await claimRecoveryMail(deps))
    await attemptRecoveryMail(deps, mail);
};
const mailsTo = (email: string) =>
  bench.postOffice.arrivals.filter(({ recipients }) => recipients.includes(email)).map(({ mail }) => mail);
const secretIn = (text: string | undefined): string =>
  /https:\/\/assets\.acme\.example\/recover#([\w-]{43})\n/.exec(text ?? '')?.[1] ?? '';
const rowOf = async (id: string) =>
  (await bench.database.sql.query('SELECT * FROM recovery_mail WHERE id = $1', [id]))[0];
const makeDue = () =>
  bench.database.sql.query(
    `UPDATE recovery_mail SET next_at = now() - interval '1 second', locked_until = NULL`,
  );

test('when a user forgot the password, then one mail goes out however often that is told, and only its hash is given away', async () => {
  const { event, email, recoveryId } = requested();
  await bench.bus.publish(event);
  await bench.bus.publish(event);
  await bench.told();
  await Promise.all([sendAll(), sendAll()]);
  const mails = mailsTo(email);
  expect(mails).toHaveLength(1);
  const secret = secretIn(mails[0]?.text);
  expect(bench.world.recoveries.get(recoveryId)).toBe(hashOfSecret(secret));
  expect(mails[0]).toMatchObject({ subject: 'Set a new password' });
  expect(mails[0]?.text).toContain('Hello Mia Berg,');
  expect(String(mails[0]?.html).match(/href="[^"]*"/g)).toEqual([
    `href="https://assets.acme.example/recover#${secret}"`,
  ]);
  expect(await rowOf(recoveryId)).toMatchObject({ state: 'sent', email: '', name: '' });
  expect(JSON.stringify(await rowOf(recoveryId)) + (await bench.logged())).not.toContain(secret);
});

test('when the page speaks German, then so does the mail, and a name is text', async () => {
  const { event, email } = requested('de', '<b>Mia</b>\nhttps://evil.example');
  await bench.bus.publish(event);
  await bench.told();
  await sendAll();
  const [mail] = mailsTo(email);
  expect(mail?.subject).toBe('Neues Passwort festlegen');
  expect(mail?.html).toContain('<html lang="de" dir="ltr">');
  expect(mail?.html).not.toContain('<b>');
  expect(mail?.text).toContain('eine Stunde lang');
});

test('when the mail server or identity does not take it, then it is tried again with another secret, and refused it ends', async () => {
  const { event, email, recoveryId } = requested();
  bench.world.isIdentityDown = true;
  await bench.bus.publish(event);
  await bench.told();
  await sendAll();
  expect(await rowOf(recoveryId)).toMatchObject({ state: 'queued', attempts: 1 });
  bench.world.isIdentityDown = false;
  bench.postOffice.refuseContent(() => ({ code: 451, text: 'Later' }));
  await makeDue();
  await sendAll();
  const before = bench.world.recoveries.get(recoveryId);
  expect(await rowOf(recoveryId)).toMatchObject({ state: 'queued', attempts: 2, error: '451 Later' });
  await makeDue();
  await sendAll();
  expect(mailsTo(email)).toHaveLength(1);
  const secret = secretIn(mailsTo(email)[0]?.text);
  expect(bench.world.recoveries.get(recoveryId)).toBe(hashOfSecret(secret));
  expect(hashOfSecret(secret)).not.toBe(before);
  const refused = requested();
  bench.postOffice.refuseContent(() => ({ code: 550, text: 'No' }));
  await bench.bus.publish(refused.event);
  await bench.told();
  await sendAll();
  expect(await rowOf(refused.recoveryId)).toMatchObject({ state: 'failed', error: '550 No' });
});

test('when a mail is not taken, then what is said of it belongs to the trace of the request that asked for it', async () => {
  const traceId = '3d1765916cd43dd8448eb211c803199b';
  const { event, recoveryId } = requested();
  bench.postOffice.refuseContent(() => ({ code: 550, text: 'No' }));
  await bench.bus.publish({ ...event, traceparent: `00-${traceId}-b7ad6b7169203331-01` });
  await bench.told();
  await sendAll();
  const said = (await bench.logged()).split('\n').find((line) => line.includes(`"mailId":"${recoveryId}"`));
  expect(JSON.parse(said ?? '{}')).toMatchObject({ msg: 'a mail was not taken', traceId });
});

test('when the recovery is over before its mail is sent, then none goes out', async () => {
  const { event, email, recoveryId } = requested();
  bench.world.endedRecoveries.add(recoveryId);
  await bench.bus.publish(event);
  await bench.told();
  await sendAll();
  expect(mailsTo(email)).toEqual([]);
  expect(await rowOf(recoveryId)).toMatchObject({ state: 'failed' });
});
