import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GuestReference, GuestView, UserActor } from '@vitrine/contracts';
import type { Facts } from '../src/testing/builders.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { withTraceparent } from '@vitrine/platform/outbox/trace-context.ts';
import type { Arrival } from '@vitrine/platform/testing/post-office.ts';

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
const newest = (): Arrival => {
  const arrival = bench.postOffice.arrivals.at(-1);
  if (arrival === undefined) throw new Error('No mail arrived.');
  return arrival;
};

test('when guests are invited, then each gets one mail with a link of their own, told once', async () => {
  const share = bench.shareOf(mia);
  const before = bench.postOffice.arrivals.length;
  const invited = await inviteTo(share, lena, { email: 'paul@agency.example' });
  await bench.sendAll();
  await bench.makeDue();
  await bench.sendAll();
  const mails = since(before);
  expect(mails.map(({ recipients }) => recipients)).toEqual([[lena.email], ['paul@agency.example']]);
  expect(new Set(mails.map(({ token }) => token)).size).toBe(2);
  const opened = await Promise.all(mails.map(({ token }) => open(token)));
  expect(opened.map(({ invitationId }) => invitationId)).toEqual(invited.map(({ id }) => id));
  const told = await bench.told();
  expect(told.filter(({ type }) => type === 'guest.mail-sent.v1')).toHaveLength(2);
  expect(await guestOf(share)).toMatchObject({ mail: 'sent', mailError: null });
});

test('when a mail goes out, then it and what is told of it belong to the trace of the request that asked for it', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await bench.told();
  const request = { id: bench.shareOf(mia).shareId, guests: [lena], durationDays: 7 as const };
  await withTraceparent(`00-${traceId}-b7ad6b7169203331-01`, () => bench.guests.invite(request, as(mia)));
  await bench.sendAll();
  const events = await bench.database.publishedEvents();
  expect(events.map(({ type, traceparent }) => [type, traceparent?.split('-')[1]])).toEqual([
    ['guest.invited.v1', traceId],
    ['guest.mail-sent.v1', traceId],
  ]);
});

test('when a mail arrives, then it is a whole mail of ours, with a text and an HTML part and one link', async () => {
  await inviteTo(bench.shareOf(mia, { title: 'Größe & Wärme' }), lena);
  await bench.sendAll();
  const { mail, token } = newest();
  expect(mail).toMatchObject({
    subject: 'Mia Berg shared “Größe & Wärme” with you',
    from: { text: '"Vitrine" <assets@acme.example>' },
    to: { text: lena.email },
    date: expect.any(Date),
  });
  expect(mail.messageId).toMatch(/^<[\da-f-]{36}@assets\.acme\.example>$/);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  const link = `https://assets.acme.example/guest/${token}`;
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('Have a look');
    expect(String(part).split(link)).toHaveLength(2);
  }
  expect(token).toMatch(/^[\w-]{43}$/);
});

test('when people typed what could be more headers, addresses or markup, then it is text to one recipient', async () => {
  const ownerName = 'Mia\r\nBcc: all@evil.example';
  const title = 'x\r\nTo: more@evil.example\r\n\r\n<script>alert(1)</script>';
  const share = bench.shareOf(mia, {
    ownerName,
    title,
    description: '</td><a href="https://evil.example">here</a>',
  });
  await inviteTo(share, { email: "o'hara+{all}@agency.example" });
  await bench.sendAll();
  const { recipients, mail, source } = newest();
  expect(recipients).toEqual(["o'hara+{all}@agency.example"]);
  expect(mail.bcc).toBeUndefined();
  expect(mail.to).toMatchObject({ text: "o'hara+{all}@agency.example" });
  expect(mail.html).not.toMatch(/<script|href="https:\/\/evil/);
  expect(source.match(/^(to|bcc|cc):/gim)).toEqual(['To:']);
});
