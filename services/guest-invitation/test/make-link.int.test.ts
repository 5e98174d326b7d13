import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const aGuest = async (owner = mia) => {
  const { shareId: id } = bench.shareOf(owner);
  const guests = [{ email: 'lena@agency.example' }];
  const { invited } = await bench.guests.invite({ id, guests, durationDays: 7 }, as(owner));
  await bench.sendAll();
  await bench.told();
  return { id, guestId: invited[0]?.id ?? '', expiresAt: invited[0]?.expiresAt };
};
const mailed = () => bench.postOffice.arrivals.at(-1)?.token ?? '';
const secretIn = (url: string) => /\/guest\/([\w-]{43})$/.exec(url)?.[1] ?? '';
const open = (token: string) => bench.internal.open({ token }, asService);
const dead = { code: 'link-not-valid' };

test('when the owner asks for a link, then it opens the share until the same end, beside the one in the mail, and is told', async () => {
  const { id, guestId, expiresAt } = await aGuest();
  const made = await bench.guests.makeLink({ id, guestId }, as(mia));
  expect(made.expiresAt).toBe(expiresAt);
  const opened = { invitationId: guestId, secretVersion: 1, expiresAt };
  expect(await open(secretIn(made.url))).toMatchObject(opened);
  expect(await open(mailed())).toMatchObject(opened);
  expect(await bench.told()).toMatchObject([
    {
      type: 'guest.link-made.v1',
      subject: guestId,
      data: { actorId: mia.userId, actorName: 'Mia Berg', email: 'lena@agency.example' },
    },
    { type: 'guest.opened.v1' },
  ]);
});

test('when a link was made, then only its hash is kept, and no event holds it', async () => {
  const { id, guestId } = await aGuest();
  const secret = secretIn((await bench.guests.makeLink({ id, guestId }, as(mia))).url);
  const rows = await bench.database.sql.query<{ secret_hash: string }>(
    `SELECT secret_hash FROM link WHERE invitation_id = $1`,
    [guestId],
  );
  expect(rows.map((row) => row.secret_hash)).toContain(hashOfSecret(secret));
  expect(JSON.stringify([rows, await bench.told()])).not.toContain(secret);
});

test.each([
  ['it is sent again', (guest: { id: string; guestId: string }) => bench.guests.resend(guest, as(mia))],
  ['the guest is removed', (guest: { id: string; guestId: string }) => bench.guests.remove(guest, as(mia))],
])('when %s, then the link that was made is dead like the one in the mail', async (_, end) => {
  const { id, guestId } = await aGuest();
  const secret = secretIn((await bench.guests.makeLink({ id, guestId }, as(mia))).url);
  await end({ id, guestId });
  await expect(open(secret)).rejects.toMatchObject(dead);
  await bench.sendAll();
});

test('when the link of the guest has ended, then none is made', async () => {
  const { id, guestId } = await aGuest();
  await bench.expire(guestId);
  await expect(bench.guests.makeLink({ id, guestId }, as(mia))).rejects.toMatchObject({
    code: 'guest-expired',
  });
});

test('when the policy keeps links to the mail, or allows the guest no more, then none is made', async () => {
  const ben = bench.user();
  const { id, guestId } = await aGuest(ben);
  for (const [policy, code] of [
    [{ linksToCopy: false }, 'links-not-shown'],
    [{ blockedDomains: ['agency.example'] }, 'guest-not-allowed'],
  ] as const) {
    bench.world.policies.set(ben.accountId, { ...policy } as object);
    await expect(bench.guests.makeLink({ id, guestId }, as(ben))).rejects.toMatchObject({ code });
  }
  expect(await bench.told()).toEqual([]);
});

test('when somebody else asks, or for a guest of another share, then there is no such guest', async () => {
  const { id, guestId } = await aGuest();
  const other = await aGuest();
  for (const [target, asker] of [
    [{ id, guestId }, bench.user()],
    [{ id: other.id, guestId }, mia],
  ] as const)
    await expect(bench.guests.makeLink(target, as(asker))).rejects.toMatchObject({ code: 'not-found' });
});

test('when the guest is a colleague, then the link is the address of the share and holds no secret', async () => {
  const noah = bench.user({ accountId: mia.accountId });
  const { shareId: id } = bench.shareOf(mia);
  const { invited } = await bench.guests.invite(
    { id, guests: [{ userId: noah.userId }], durationDays: 7 },
    as(mia),
  );
  const guestId = invited[0]?.id ?? '';
  const { url } = await bench.guests.makeLink({ id, guestId }, as(mia));
  expect(url).toMatch(new RegExp(`^https?://[^/]+/shares/${id}$`));
});
