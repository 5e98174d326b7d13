import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import type { MailTransport } from '../src/mail/transport.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const lena = { email: 'lena@agency.example' };
const aGuest = async () => {
  const { shareId: id } = bench.shareOf(mia);
  const request = { id, guests: [lena], durationDays: 7 as const, message: 'Have a look' };
  const { invited } = await bench.guests.invite(request, as(mia));
  return { id, guestId: invited[0]?.id ?? '', expiresAt: invited[0]?.expiresAt };
};
/** The same, with the link from the mail. */
const aGuestWithLink = async () => {
  const guest = await aGuest();
  await bench.sendAll();
  await bench.told();
  return { ...guest, token: newestToken() };
};
const newestToken = () => bench.postOffice.arrivals.at(-1)?.token ?? '';
const mailCount = () => bench.postOffice.arrivals.length;
const open = (token: string) => bench.internal.open({ token }, asService);
const guestOf = async (id: string) => (await bench.guests.list({ id }, as(mia))).items[0];
const dead = { code: 'link-not-valid' };

test('when an invitation is sent again, then a new link works until the same end, and the old one is dead with its sessions', async () => {
  const { id, guestId, expiresAt, token } = await aGuestWithLink();
  const { secretVersion, invitationId } = await open(token);
  await bench.told();
  const before = mailCount();
  const resent = await bench.guests.resend({ id, guestId }, as(mia));
  expect(resent).toMatchObject({ id: guestId, state: 'active', mail: 'queued', expiresAt });
  await expect(open(token)).rejects.toMatchObject(dead);
  await expect(bench.internal.live({ invitationId, secretVersion }, asService)).rejects.toMatchObject(dead);
  await bench.sendAll();
  expect(mailCount()).toBe(before + 1);
  const { mail } = bench.postOffice.arrivals.at(-1)!;
  expect(mail.text).toContain('Have a look');
  expect(mail.text).toContain('The link in our earlier mail does not open anything any more.');
  const secondsLeft = expect.any(Number);
  expect(await open(newestToken())).toMatchObject({ invitationId, expiresAt, secretVersion: 2, secondsLeft });
  expect(await bench.told()).toMatchObject([
    { type: 'guest.resent.v1', subject: guestId, data: { actorId: mia.userId, actorName: 'Mia Berg' } },
    { type: 'guest.mail-sent.v1' },
  ]);
  expect((await guestOf(id))?.openedAt).not.toBeNull();
});

test('when it is sent again twice at once, then one mail goes out, and the other is told to wait', async () => {
  const { id, guestId } = await aGuestWithLink();
  const before = mailCount();
  const outcomes = await Promise.allSettled([1, 2].map(() => bench.guests.resend({ id, guestId }, as(mia))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'too-many-requests', details: { retryAfterSeconds: expect.any(Number) } },
  });
  await bench.sendAll();
  expect(mailCount()).toBe(before + 1);
  await bench.database.sql.query(
    `UPDATE invitation SET resent_at = resent_at - interval '1 minute' WHERE id = $1`,
    [guestId],
  );
  await bench.guests.resend({ id, guestId }, as(mia));
  await bench.sendAll();
  expect(mailCount()).toBe(before + 2);
});

test('when the mail failed for good, then sending it again brings one that arrives', async () => {
  const { id, guestId } = await aGuest();
  bench.postOffice.refuseRecipient({ code: 550, text: 'Mailbox full' });
  await bench.sendAll();
  expect(await guestOf(id)).toMatchObject({ mail: 'failed', mailError: '550 Mailbox full' });
  await bench.guests.resend({ id, guestId }, as(mia));
  await bench.sendAll();
  expect(await guestOf(id)).toMatchObject({ mail: 'sent', mailError: null });
  expect(await open(newestToken())).toMatchObject({ invitationId: guestId });
});

test('when a mail is being handed over as it is sent again, then that mail opens nothing, whatever becomes of it', async () => {
  const { id, guestId } = await aGuest();
  const reached = Promise.withResolvers<string>();
  const goOn = Promise.withResolvers<undefined>();
  const slow: MailTransport = {
    send: async ({ text }) => {
      reached.resolve(/guest\/([\w-]{43})/.exec(text)?.[1] ?? '');
      await goOn.promise;
    },
    close: () => Promise.resolve(),
  };
  const handingOver = bench.sendAll(slow);
  const token = await reached.promise;
  await bench.guests.resend({ id, guestId }, as(mia));
  await bench.sendAll();
  goOn.resolve(undefined);
  await handingOver;
  await expect(open(token)).rejects.toMatchObject(dead);
  expect(await open(newestToken())).toMatchObject({ invitationId: guestId, secretVersion: 2 });
  expect(await guestOf(id)).toMatchObject({ mail: 'sent' });
});

test('when the link has ended, then it is not sent again but to be renewed', async () => {
  const { id, guestId } = await aGuestWithLink();
  await bench.expire(guestId);
  const again = bench.guests.resend({ id, guestId }, as(mia));
  await expect(again).rejects.toMatchObject({ code: 'guest-expired' });
  expect(await bench.told()).toEqual([]);
});
