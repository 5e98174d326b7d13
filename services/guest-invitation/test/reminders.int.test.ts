import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DurationDays, UserActor } from '@vitrine/contracts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { disabled } from './testing/told-by-others.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
/** An owner for each test: what one test leaves waiting is no other's. */
beforeEach(async () => {
  await bench.makeDue();
  await bench.sendAll();
  mia = bench.user({ name: 'Mia Berg' });
});

const KAI = 'kai@agency.example';
const LENA = 'lena@agency.example';
const PAUL = 'paul@agency.example';

/** Guests of a share of Mia's whose mails went out, with the secrets of these. */
const guestsOf = async (emails: string[], durationDays: DurationDays = 7) => {
  const share = bench.shareOf(mia, { title: 'Spring campaign' });
  const request = { id: share.shareId, guests: emails.map((email) => ({ email })), durationDays };
  const before = bench.postOffice.arrivals.length;
  const { invited } = await bench.guests.invite(request, as(mia));
  await bench.sendAll();
  const arrivals = bench.postOffice.arrivals.slice(before);
  const tokens = emails.map(
    (email) => arrivals.find(({ recipients }) => recipients[0] === email)?.token ?? '',
  );
  return { id: share.shareId, share, guestIds: invited.map((guest) => guest.id), tokens };
};
const letEndIn = (guestIds: string[], hours: number) =>
  bench.database.sql.query(
    `UPDATE invitation SET expires_at = now() + make_interval(hours => $2) WHERE id = ANY ($1)`,
    [guestIds, hours],
  );
const runAll = async () => {
  for (const { run } of bench.service.jobs) await run();
};
/** As two replicas do, and again. */
const runTwice = async () => {
  await Promise.all([runAll(), runAll()]);
  await runAll();
};
/** Who got which mail of it, by address, once all time to wait has passed. */
const sentBy = async (work: () => Promise<unknown>) => {
  const before = bench.postOffice.arrivals.length;
  await work();
  await bench.makeDue();
  await bench.sendAll();
  return bench.postOffice.arrivals
    .slice(before)
    .map(({ recipients, mail, token }) => ({
      to: recipients[0],
      subject: mail.subject,
      text: mail.text,
      token,
    }))
    .sort((one, other) => String(one.to).localeCompare(String(other.to)));
};
const open = (token = '') => bench.internal.open({ token }, asService);

test('when an invitation ends within a day, then the guest is reminded once, by a link beside the one before', async () => {
  const { guestIds, tokens } = await guestsOf([LENA]);
  await open(tokens[0]);
  await letEndIn(guestIds, 25);
  expect(await sentBy(runAll)).toEqual([]);
  await letEndIn(guestIds, 24);
  const mails = await sentBy(runTwice);
  expect(mails).toMatchObject([{ to: LENA, subject: '“Spring campaign” closes for you tomorrow' }]);
  for (const token of [tokens[0], mails[0]?.token])
    expect(await open(token)).toMatchObject({ secretVersion: 1 });
  expect(await sentBy(runAll)).toEqual([]);
});

test('when guests never opened their links, then the owner is told once a day before and once at the end, of all in one mail', async () => {
  const { share, guestIds, tokens } = await guestsOf([KAI, LENA, PAUL]);
  await open(tokens[0]);
  await letEndIn(guestIds.slice(0, 2), 24);
  const soon = await sentBy(async () => {
    await runTwice();
    await letEndIn(guestIds.slice(2), 24);
    await runTwice();
  });
  expect(soon.map(({ to }) => to)).toEqual([KAI, LENA, mia.email, PAUL]);
  expect(soon[2]?.subject).toBe('“Spring campaign” expires tomorrow and was never opened by 2 guests');
  expect(soon[2]?.text).toContain(`${LENA}\n${PAUL}`);
  expect(soon[2]?.text).toContain(`/shares/${share.shareId}?tab=guests`);
  for (const guestId of guestIds) await bench.expire(guestId);
  expect(await sentBy(runTwice)).toMatchObject([
    { to: mia.email, subject: '“Spring campaign” expired and was never opened by 2 guests' },
  ]);
  expect(await sentBy(runTwice)).toEqual([]);
});

test('when an invitation lasts but a day, then nobody is reminded before its end', async () => {
  const { guestIds } = await guestsOf([LENA], 1);
  await letEndIn(guestIds, 20);
  expect(await sentBy(runTwice)).toEqual([]);
});

test('when things change before a reminder goes out, then it says what is so, or does not go out', async () => {
  const { id, guestIds, tokens } = await guestsOf([LENA, PAUL]);
  await letEndIn(guestIds, 24);
  const mails = await sentBy(async () => {
    await runAll();
    await open(tokens[0]);
    await bench.guests.remove({ id, guestId: guestIds[1] ?? '' }, as(mia));
  });
  expect(mails.map(({ to }) => to)).toEqual([LENA]);
});

test('when a guest is renewed, then there is a reminder of the new end, too', async () => {
  const { id, guestIds, tokens } = await guestsOf([LENA]);
  await open(tokens[0]);
  await letEndIn(guestIds, 24);
  expect(await sentBy(runTwice)).toHaveLength(1);
  await bench.expire(guestIds[0] ?? '');
  const renewed = await sentBy(() =>
    bench.guests.renew({ id, guestId: guestIds[0] ?? '', durationDays: 7 }, as(mia)),
  );
  await open(renewed[0]?.token);
  await letEndIn(guestIds, 24);
  expect((await sentBy(runTwice)).map(({ to }) => to)).toEqual([LENA]);
});

test('when the share is closed or gone, or its owner disabled, then there is nobody to remind', async () => {
  const closed = await guestsOf([LENA]);
  await open(closed.tokens[0]);
  bench.world.shares.set(closed.id, { ...closed.share, isOpen: false });
  const gone = await guestsOf([PAUL]);
  bench.world.shares.delete(gone.id);
  await letEndIn([...closed.guestIds, ...gone.guestIds], 24);
  expect(await sentBy(runTwice)).toEqual([]);
  const kept = await guestsOf([KAI]);
  await letEndIn(kept.guestIds, 24);
  await bench.bus.publish(disabled(mia, 2));
  await bench.told();
  expect((await sentBy(runTwice)).map(({ to }) => to)).toEqual([KAI]);
});

test('when mails are refused for good, then the owner is told once, of all with the reasons', async () => {
  bench.postOffice.refuseRecipient({ code: 550, text: 'No such person here' });
  bench.postOffice.refuseRecipient({ code: 552, text: 'Mailbox full' });
  const mails = await sentBy(() => guestsOf([LENA, PAUL]));
  expect(mails).toMatchObject([
    { to: mia.email, subject: 'The invitations to 2 guests could not be delivered' },
  ]);
  for (const reason of ['550 No such person here', '552 Mailbox full'])
    expect(mails[0]?.text).toContain(reason);
  expect(await sentBy(() => bench.makeDue())).toEqual([]);
});

test('when the mail server dies as a reminder is handed over, then the next attempt is the same mail', async () => {
  const { guestIds, tokens } = await guestsOf([LENA]);
  await open(tokens[0]);
  await letEndIn(guestIds, 24);
  bench.postOffice.hangUpAfterNext();
  const before = bench.postOffice.arrivals.length;
  await sentBy(runTwice);
  await sentBy(runTwice);
  const ids = bench.postOffice.arrivals.slice(before).map(({ mail }) => mail.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('when the process dies as it reminds, then the next one does, once', async () => {
  const { guestIds, tokens } = await guestsOf([LENA]);
  await open(tokens[0]);
  await letEndIn(guestIds, 24);
  const dying = bench.database.inTransaction(async ({ invitations }) => {
    await invitations.markReminded(guestIds);
    throw new Error('gone');
  });
  await expect(dying).rejects.toThrow('gone');
  expect(await sentBy(runTwice)).toHaveLength(1);
});

test('when the account switched a kind off, then none of it goes out, and it is not made up for; when identity does not answer, then later', async () => {
  const { guestIds } = await guestsOf([LENA]);
  await letEndIn(guestIds, 24);
  bench.world.policies.set(mia.accountId, { remindGuests: false });
  bench.world.isIdentityDown = true;
  expect(await sentBy(runTwice)).toEqual([]);
  bench.world.isIdentityDown = false;
  expect((await sentBy(runTwice)).map(({ to }) => to)).toEqual([mia.email]);
  bench.world.policies.set(mia.accountId, { remindOwners: false, reportFailures: false });
  await bench.expire(guestIds[0] ?? '');
  bench.postOffice.refuseRecipient({ code: 550, text: 'No such person here' });
  await guestsOf([PAUL]);
  expect(await sentBy(runTwice)).toEqual([]);
  bench.world.policies.delete(mia.accountId);
  expect(await sentBy(runTwice)).toEqual([]);
});
