import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GuestReference, GuestView, UserActor } from '@vitrine/contracts';
import { openDatabase } from '@vitrine/platform/database/open-database.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { guestInvitationDatabase } from '../src/invitation-repository.ts';
import { createSmtpTransport } from '../src/mail/smtp-transport.ts';
import type { MailTransport } from '../src/mail/transport.ts';
import { attemptMail, claimMail } from '../src/send-mail/send-mail.ts';
import type { Facts } from '../src/testing/builders.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { type Arrival, openPostOffice } from '@vitrine/platform/testing/post-office.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const inviteTo = async (share: Facts, ...guests: GuestReference[]): Promise<GuestView[]> => {
  const request = { id: share.shareId, guests, durationDays: 7 as const, message: 'Have a look' };
  const { invited } = await bench.guests.invite(request, as(mia));
  await bench.told();
  return invited;
};
const lena = { email: 'lena@agency.example' };
const guestOf = async ({ shareId }: Facts) => (await bench.guests.list({ id: shareId }, as(mia))).items[0];
const since = (count: number): Arrival[] => bench.postOffice.arrivals.slice(count);
const open = (token: string | undefined) => bench.internal.open({ token: token ?? '' }, asService);

test('when the mail server says later, then the owner sees why, and the mail goes out once, later', async () => {
  const share = bench.shareOf(mia);
  const before = bench.postOffice.arrivals.length;
  bench.postOffice.refuseRecipient({ code: 451, text: 'Greylisted, try again' });
  bench.postOffice.refuseContent({ code: 452, text: 'No room' });
  await inviteTo(share, lena);
  await bench.sendAll();
  expect(await guestOf(share)).toMatchObject({ mail: 'queued', mailError: '451 Greylisted, try again' });
  await bench.sendAll();
  expect(since(before)).toEqual([]);
  await bench.makeDue();
  await bench.sendAll();
  expect(await guestOf(share)).toMatchObject({ mail: 'queued', mailError: '452 No room' });
  await bench.makeDue();
  await bench.sendAll();
  expect(since(before)).toHaveLength(1);
  expect(await guestOf(share)).toMatchObject({ mail: 'sent', mailError: null });
  expect((await bench.told()).map(({ type }) => type)).toEqual(['guest.mail-sent.v1']);
});

test.each(['refuseRecipient', 'refuseContent'] as const)(
  'when the mail server refuses for good (%s), then the mail failed with its reason and is not tried again',
  async (refuse) => {
    const share = bench.shareOf(mia);
    const before = bench.postOffice.arrivals.length;
    bench.postOffice[refuse]({ code: 550, text: 'No such person here' });
    const [guest] = await inviteTo(share, lena);
    await bench.sendAll();
    await bench.makeDue();
    await bench.sendAll();
    expect(since(before).map(({ recipients }) => recipients)).toEqual([[mia.email]]);
    const reason = '550 No such person here';
    expect(await guestOf(share)).toMatchObject({ mail: 'failed', mailError: reason, state: 'active' });
    expect(await bench.told()).toMatchObject([
      { type: 'guest.mail-failed.v1', subject: guest?.id, data: { version: 2, reason } },
    ]);
  },
);

test('when the mail server quotes the mail in its refusal, then the secret is in no view, event, row or log', async () => {
  const share = bench.shareOf(mia);
  const quoted: string[] = [];
  bench.postOffice.refuseContent((source) => {
    const token = /guest\/([\w-]{43})/.exec(source.replaceAll('=\r\n', ''))?.[1] ?? '';
    quoted.push(token);
    return { code: 554, text: `Spam, it contains https://assets.acme.example/guest/${token}` };
  });
  await inviteTo(share, lena);
  await bench.sendAll();
  const guest = await guestOf(share);
  expect(guest?.mailError).toBe('554 Spam, it contains https://assets.acme.example/guest/…');
  const rows = await bench.database.sql.query('SELECT * FROM mail_send');
  const kept = JSON.stringify([rows, await bench.told(), guest]) + (await bench.logged());
  expect(quoted[0]).toHaveLength(43);
  expect(kept).not.toContain(quoted[0]);
  await bench.makeDue();
  await bench.sendAll();
  const told = bench.postOffice.arrivals.at(-1);
  expect(told?.recipients).toEqual([mia.email]);
  expect(told?.mail.text).not.toContain(quoted[0]);
});

test('when the mail server is not there, then the mail waits, and goes out once it is there', async () => {
  const share = bench.shareOf(mia);
  const port = await freePort();
  const transport = createSmtpTransport(`smtp://127.0.0.1:${port}`);
  await inviteTo(share, lena);
  await bench.sendAll(transport);
  expect(await guestOf(share)).toMatchObject({ mail: 'queued' });
  expect((await guestOf(share))?.mailError).toContain('ECONNREFUSED');
  const there = await openPostOffice(port);
  await bench.makeDue();
  await bench.sendAll(transport);
  expect(there.arrivals.map(({ recipients }) => recipients)).toEqual([[lena.email]]);
  expect(await guestOf(share)).toMatchObject({ mail: 'sent', mailError: null });
  await transport.close();
  await there.close();
});

test('when the answer to a mail is lost, then it goes out again as the same mail, and both links open', async () => {
  const share = bench.shareOf(mia);
  const before = bench.postOffice.arrivals.length;
  const [guest] = await inviteTo(share, lena);
  bench.postOffice.hangUpAfterNext();
  await bench.sendAll();
  expect(since(before)).toHaveLength(1);
  expect(await guestOf(share)).toMatchObject({ mail: 'queued' });
  await bench.makeDue();
  await bench.sendAll();
  const [first, second] = since(before);
  expect(since(before)).toHaveLength(2);
  expect(second?.mail.messageId).toBe(first?.mail.messageId);
  expect(second?.token).not.toBe(first?.token);
  for (const arrival of [first, second])
    expect(await open(arrival?.token)).toMatchObject({ invitationId: guest?.id, secretVersion: 1 });
});

test('when the database is lost between the sending and what is written of it, then the mail goes out once', async () => {
  const share = bench.shareOf(mia);
  const before = bench.postOffice.arrivals.length;
  await inviteTo(share, lena);
  const { url } = bench.database;
  const link = await openFaultyLink({ port: Number(new URL(url).port) });
  const database = await openDatabase({
    ...guestInvitationDatabase,
    url: link.through(url),
    log: quietLog,
  });
  const own = createSmtpTransport(bench.postOffice.url);
  const losing: MailTransport = {
    ...own,
    send: async (mail) => {
      await own.send(mail);
      link.cut();
    },
  };
  const mail = await claimMail({ database });
  if (mail === null) throw new Error('No mail waits.');
  const dials = link.dialCount();
  const attempt = attemptMail({ ...bench.deps, database, transport: losing }, mail).catch(() => undefined);
  await Promise.race([attempt, eventually(() => expect(link.dialCount()).toBeGreaterThan(dials))]);
  link.heal();
  await attempt;
  await Promise.all([own.close(), database.close(), link.close()]);
  await bench.makeDue();
  await bench.sendAll();
  expect(since(before)).toHaveLength(1);
  expect(await guestOf(share)).toMatchObject({ mail: 'sent', mailError: null });
});

test('when the process dies between the secret and the sending, then the next attempt sends the one mail', async () => {
  const share = bench.shareOf(mia);
  const before = bench.postOffice.arrivals.length;
  await inviteTo(share, lena);
  const died = Promise.withResolvers<never>();
  const reached = Promise.withResolvers<undefined>();
  const dying: MailTransport = {
    send: () => {
      reached.resolve(undefined);
      return died.promise;
    },
    close: () => Promise.resolve(),
  };
  const attempt = bench.sendAll(dying);
  await reached.promise;
  await bench.sendAll();
  expect(since(before)).toEqual([]);
  await bench.makeDue();
  await bench.sendAll();
  expect(since(before)).toHaveLength(1);
  expect(await open(since(before)[0]?.token)).toMatchObject({ secretVersion: 1 });
  died.reject(new Error('gone'));
  await attempt;
  expect(await guestOf(share)).toMatchObject({ mail: 'sent', mailError: null });
});
