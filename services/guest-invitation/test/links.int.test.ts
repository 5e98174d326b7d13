import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

/** A guest of a share of Mia's, with the link from the mail. */
const aGuestWithLink = async (email = 'lena@agency.example') => {
  const share = bench.shareOf(mia);
  const request = { id: share.shareId, guests: [{ email }], durationDays: 7 as const };
  const { invited } = await bench.guests.invite(request, as(mia));
  await bench.sendAll();
  await bench.told();
  const invitationId = invited[0]?.id ?? '';
  return { share, id: share.shareId, invitationId, token: bench.postOffice.arrivals.at(-1)?.token ?? '' };
};
const open = (token: string) => bench.internal.open({ token }, asService);
const live = (invitationId: string, secretVersion: number) =>
  bench.internal.live({ invitationId, secretVersion }, asService);
const dead = { code: 'link-not-valid' };

test('when a guest opens the link, then the session lives until the end, and the first time is told', async () => {
  const { id, invitationId, token } = await aGuestWithLink();
  const opened = await open(token);
  expect(opened).toMatchObject({ invitationId, shareId: id, email: 'lena@agency.example', secretVersion: 1 });
  expect(await open(token)).toEqual({ ...opened, secondsLeft: expect.any(Number) });
  expect(await bench.told()).toMatchObject([
    { type: 'guest.opened.v1', subject: invitationId, data: { version: 3, actorId: null } },
  ]);
  expect(await live(invitationId, opened.secretVersion)).toMatchObject({ invitationId, userId: null });
  const { items } = await bench.guests.list({ id }, as(mia));
  expect(items[0]?.openedAt).not.toBeNull();
});

test('when many open the link at once, then it is told once', async () => {
  const { token } = await aGuestWithLink();
  await Promise.all(Array.from({ length: 6 }, () => open(token)));
  expect(await bench.told()).toHaveLength(1);
});

test('when a link is unknown, removed, expired or of a closed or deleted share, then the answers are alike', async () => {
  const removed = await aGuestWithLink();
  await bench.guests.remove({ id: removed.id, guestId: removed.invitationId }, as(mia));
  const expired = await aGuestWithLink();
  await bench.expire(expired.invitationId);
  const closed = await aGuestWithLink();
  bench.world.shares.set(closed.id, { ...closed.share, isOpen: false });
  const deleted = await aGuestWithLink();
  bench.world.shares.delete(deleted.id);
  await bench.told();
  const tokens = [newSecret(), '', "' OR 1=1", removed.token, expired.token, closed.token, deleted.token];
  const answers = await Promise.allSettled(tokens.map(open));
  for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: dead });
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await bench.told()).toEqual([]);
  for (const { invitationId } of [removed, expired])
    await expect(live(invitationId, 1)).rejects.toMatchObject(dead);
  bench.world.shares.set(closed.id, closed.share);
  expect(await open(closed.token)).toMatchObject({ invitationId: closed.invitationId });
});

test('when share does not answer, then 503 and nothing is opened', async () => {
  const { token } = await aGuestWithLink();
  bench.world.isShareDown = true;
  await expect(open(token)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isShareDown = false;
  expect(await bench.told()).toEqual([]);
});

test('when an expired guest is renewed, then the old link and its sessions stay dead, and the new one opens', async () => {
  const { id, invitationId, token } = await aGuestWithLink();
  const { secretVersion } = await open(token);
  await bench.expire(invitationId);
  await bench.guests.renew({ id, guestId: invitationId, durationDays: 3 }, as(mia));
  await expect(open(token)).rejects.toMatchObject(dead);
  await expect(live(invitationId, secretVersion)).rejects.toMatchObject(dead);
  await bench.sendAll();
  const renewed = await open(bench.postOffice.arrivals.at(-1)?.token ?? '');
  expect(renewed).toMatchObject({ invitationId, secretVersion: 2 });
  await expect(open(token)).rejects.toMatchObject(dead);
  expect(await live(invitationId, 2)).toMatchObject({ expiresAt: renewed.expiresAt });
});

test('when one guest is removed, then the link of another still opens', async () => {
  const { id, invitationId, token } = await aGuestWithLink();
  const other = { id, guests: [{ email: 'paul@agency.example' }], durationDays: 1 as const };
  await bench.guests.invite(other, as(mia));
  await bench.guests.remove({ id, guestId: invitationId }, as(mia));
  await bench.sendAll();
  await expect(open(token)).rejects.toMatchObject(dead);
  const opened = await open(bench.postOffice.arrivals.at(-1)?.token ?? '');
  expect(opened.email).toBe('paul@agency.example');
});

test('when an internal guest is asked for, then only what lives is told, and whether there ever was one', async () => {
  const noah = bench.user({ accountId: mia.accountId });
  const { userId } = noah;
  const all = () => bench.internal.allOfUser({ userId }, asService);
  const wasEver = () => bench.internal.wasEverInvited({ userId }, asService);
  expect([await all(), await wasEver()]).toEqual([{ invitations: [] }, { wasEverInvited: false }]);
  const { id, invitationId } = await aGuestWithLink(noah.email);
  const { invitationId: newer } = await aGuestWithLink(noah.email);
  expect((await all()).invitations.map((each) => each.invitationId)).toEqual([newer, invitationId]);
  const ofShare = () => bench.internal.ofUser({ userId, shareId: id }, asService);
  expect(await ofShare()).toMatchObject({ invitation: { invitationId, userId } });
  await bench.expire(newer);
  await bench.guests.remove({ id, guestId: invitationId }, as(mia));
  expect(await ofShare()).toEqual({ invitation: null });
  expect([await all(), await wasEver()]).toEqual([{ invitations: [] }, { wasEverInvited: true }]);
});

test('when an internal guest opens the share without the link, then the first time is told, and only while it lives', async () => {
  const { userId, email } = bench.user({ accountId: mia.accountId });
  const { id, invitationId } = await aGuestWithLink(email);
  const openAsUser = (shareId: string) => bench.internal.openAsUser({ userId, shareId }, asService);
  const isOpened = async () =>
    (await bench.internal.ofUser({ userId, shareId: id }, asService)).invitation?.isOpened;
  expect(await isOpened()).toBe(false);
  await Promise.all([openAsUser(id), openAsUser(id), openAsUser(newId())]);
  expect(await isOpened()).toBe(true);
  expect(await bench.told()).toMatchObject([{ type: 'guest.opened.v1', subject: invitationId }]);
  const over = await aGuestWithLink(email);
  await bench.expire(over.invitationId);
  await openAsUser(over.id);
  expect(await bench.told()).toEqual([]);
});

test('when the guests of shares are counted, then those whose links live, each share by itself', async () => {
  const { id } = await aGuestWithLink();
  const { id: over, invitationId: expired } = await aGuestWithLink();
  const guests = [{ email: 'paul@agency.example' }, { email: 'uma@agency.example' }];
  const { invited } = await bench.guests.invite({ id, guests, durationDays: 1 }, as(mia));
  await bench.guests.remove({ id, guestId: invited[0]!.id }, as(mia));
  await bench.expire(expired);
  expect(await bench.internal.countGuests({ shareIds: [id, over, newId()] }, asService)).toEqual({
    shares: [{ shareId: id, guestCount: 2 }],
  });
});

test('when anybody but a service asks inside, then 403', async () => {
  const { token, invitationId, id } = await aGuestWithLink();
  for (const actor of [as(mia), as({ kind: 'anonymous' })]) {
    const asked = [
      bench.internal.open({ token }, actor),
      bench.internal.live({ invitationId, secretVersion: 1 }, actor),
      bench.internal.ofUser({ userId: newId(), shareId: id }, actor),
      bench.internal.allOfUser({ userId: newId() }, actor),
      bench.internal.openAsUser({ userId: newId(), shareId: id }, actor),
      bench.internal.countGuests({ shareIds: [id] }, actor),
      bench.internal.wasEverInvited({ userId: newId() }, actor),
    ];
    await Promise.all(asked.map((each) => expect(each).rejects.toMatchObject({ code: 'not-allowed' })));
  }
  expect(await bench.told()).toEqual([]);
});

test('when all of this was done, then no secret stands in the database or in a log', async () => {
  const tokens = bench.postOffice.arrivals.map(({ token }) => token).filter((token) => token !== '');
  expect(tokens.length).toBeGreaterThan(5);
  const rows = await Promise.all(
    ['invitation', 'link', 'mail_send', 'platform.outbox'].map((table) =>
      bench.database.sql.query(`SELECT * FROM ${table}`),
    ),
  );
  const kept = JSON.stringify(rows) + (await bench.logged());
  for (const token of tokens) expect(kept).not.toContain(token);
});
