import { type AddressInfo, type Server, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { createSmtpTransport } from '../src/mail/smtp-transport.ts';
import { createMailLoop } from '../src/send-mail/mail-loop.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
});
afterAll(() => bench.close());

const aQueuedMail = async () => {
  const { shareId: id } = bench.shareOf(mia);
  const request = { id, guests: [{ email: 'lena@agency.example' }], durationDays: 1 as const };
  const { invited } = await bench.guests.invite(request, as(mia));
  await bench.told();
  return { id, guestId: invited[0]?.id ?? '' };
};
const listening = (server: Server): Promise<AddressInfo> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server.address() as AddressInfo);
    });
  });
const sent = async (): Promise<number> => {
  const before = bench.postOffice.arrivals.length;
  await bench.sendAll();
  return bench.postOffice.arrivals.length - before;
};

test('when a guest is removed before the mail went out, then no mail goes out', async () => {
  const { id, guestId } = await aQueuedMail();
  await bench.guests.remove({ id, guestId }, as(mia));
  expect(await sent()).toBe(0);
  expect((await bench.told()).map(({ type }) => type)).toEqual(['guest.removed.v1']);
});

test('when an invitation expired before the mail went out, then none goes out, and the owner sees why', async () => {
  const { id, guestId } = await aQueuedMail();
  await bench.expire(guestId);
  expect(await sent()).toBe(0);
  const mailError = 'The invitation ended before its mail was sent.';
  expect((await bench.guests.list({ id }, as(mia))).items).toMatchObject([{ mail: 'failed', mailError }]);
  expect(await bench.told()).toMatchObject([{ type: 'guest.mail-failed.v1', data: { reason: mailError } }]);
});

test('when an expired guest is renewed while the old mail still waits, then one mail goes out', async () => {
  const { id, guestId } = await aQueuedMail();
  await bench.expire(guestId);
  await bench.guests.renew({ id, guestId, durationDays: 7 }, as(mia));
  expect(await sent()).toBe(1);
  expect((await bench.guests.list({ id }, as(mia))).items).toMatchObject([{ mail: 'sent' }]);
});

test('when the share was deleted before the mail went out, then no mail goes out', async () => {
  const { id } = await aQueuedMail();
  bench.world.shares.delete(id);
  expect(await sent()).toBe(0);
  expect(await bench.told()).toMatchObject([
    { type: 'guest.mail-failed.v1', data: { reason: 'The share was deleted.' } },
  ]);
});

test('when share does not answer, then the mail waits for it', async () => {
  const { id } = await aQueuedMail();
  bench.world.isShareDown = true;
  expect(await sent()).toBe(0);
  bench.world.isShareDown = false;
  expect((await bench.guests.list({ id }, as(mia))).items).toMatchObject([
    { mail: 'queued', mailError: 'A part of the system did not answer.' },
  ]);
  await bench.makeDue();
  expect(await sent()).toBe(1);
});

test('when the mail server hangs as the process stops, then it stops soon, and the mail waits for the next start', async () => {
  const { id } = await aQueuedMail();
  const connected = Promise.withResolvers<undefined>();
  const silent = createServer((socket) => {
    socket.resume();
    connected.resolve(undefined);
  });
  const { port } = await listening(silent);
  const { deps } = bench;
  const loop = createMailLoop({ ...deps, transport: createSmtpTransport(`smtp://127.0.0.1:${port}`) });
  loop.start();
  await connected.promise;
  const began = performance.now();
  await loop.stop();
  expect(performance.now() - began).toBeLessThan(15_000);
  silent.close();
  expect((await bench.guests.list({ id }, as(mia))).items).toMatchObject([{ mail: 'queued' }]);
  await bench.makeDue();
  expect(await sent()).toBe(1);
});

test('when many are invited while the loop runs, then each gets one mail at once, and it stops when told to', async () => {
  const { shareId: id } = bench.shareOf(mia);
  const [loop] = bench.service.workers;
  const before = bench.postOffice.arrivals.length;
  loop?.start();
  const guests = Array.from({ length: 30 }, (_, index) => ({ email: `guest${index}@x.example` }));
  await bench.guests.invite({ id, guests, durationDays: 7 }, as(mia));
  await bench.postOffice.arrived(before + guests.length);
  await loop?.stop();
  const recipients = bench.postOffice.arrivals.slice(before).flatMap((each) => each.recipients);
  expect([...recipients].sort()).toEqual(guests.map(({ email }) => email).sort());
  const { items } = await bench.guests.list({ id }, as(mia));
  expect(items.filter(({ mail }) => mail === 'sent')).toHaveLength(30);
});
