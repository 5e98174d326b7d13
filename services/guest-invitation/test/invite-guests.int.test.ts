import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GUESTS_MAX, type GuestReference, type UserActor, ShareDeletedV1 } from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const DAY_MS = 24 * 60 * 60 * 1_000;
const lena = { email: 'lena@agency.example' };

const invite = (id: string, guests: GuestReference[], actor = mia, durationDays: 1 | 7 = 7) =>
  bench.guests.invite({ id, guests, durationDays }, as(actor));
const aShareWithLena = async () => {
  const id = bench.shareOf(mia).shareId;
  const { invited } = await invite(id, [lena]);
  await bench.told();
  return { id, guestId: invited[0]?.id ?? '' };
};

test('when guests are invited, then each has an end of their own to the millisecond, and it is told', async () => {
  const noah = bench.user({ accountId: mia.accountId, name: 'Noah Lind' });
  const { shareId, accountId } = bench.shareOf(mia);
  const { invited, refused } = await invite(shareId, [lena, { email: noah.email.toUpperCase() }]);
  expect(refused).toEqual([]);
  expect(invited).toMatchObject([
    { kind: 'external', userId: null, email: lena.email, name: null, state: 'active', mail: 'queued' },
    { kind: 'internal', userId: noah.userId, email: noah.email, name: 'Noah Lind' },
  ]);
  for (const { invitedAt, expiresAt } of invited)
    expect(Date.parse(expiresAt) - Date.parse(invitedAt)).toBe(7 * DAY_MS);
  const told = await bench.told();
  expect(told.map(({ type, subject }) => ({ type, subject }))).toEqual(
    invited.map(({ id }) => ({ type: 'guest.invited.v1', subject: id })),
  );
  expect(told[0]?.data).toMatchObject({
    shareId,
    accountId,
    version: 1,
    actorId: mia.userId,
    actorName: mia.name,
  });
  expect((await bench.guests.list({ id: shareId }, as(mia))).items).toEqual(invited);
});

test('when some of those named cannot be guests, then the others are invited, and each refusal says why', async () => {
  const { shareId } = bench.shareOf(mia);
  await invite(shareId, [lena]);
  const stranger = bench.user();
  const { invited, refused } = await invite(shareId, [
    { userId: stranger.userId },
    { email: 'rita@gallery.example' },
    { email: 'a@x.example, b@x.example' },
    { email: ' Lena@AGENCY.example' },
    { email: mia.email },
    { email: 'Rita@gallery.example' },
  ]);
  expect(invited.map(({ email }) => email)).toEqual(['rita@gallery.example']);
  expect(refused).toEqual([
    { guest: stranger.userId, reason: 'unknown-user' },
    { guest: 'a@x.example, b@x.example', reason: 'invalid-address' },
    { guest: ' Lena@AGENCY.example', reason: 'already-active' },
    { guest: mia.email, reason: 'is-owner' },
    { guest: 'Rita@gallery.example', reason: 'named-twice' },
  ]);
});

test('when nobody of those named can be a guest, then 400 with the reasons and nothing is kept or told', async () => {
  const { shareId } = bench.shareOf(mia);
  await bench.told();
  await expect(invite(shareId, [{ email: 'x@y\r\nBcc: z@evil.example' }])).rejects.toMatchObject({
    code: 'invalid-guest',
    details: { guests: [{ guest: 'x@y\r\nBcc: z@evil.example', reason: 'invalid-address' }] },
  });
  expect((await bench.guests.list({ id: shareId }, as(mia))).items).toEqual([]);
  expect(await bench.told()).toEqual([]);
});

test('when a duration is none of those that there are, then 400 invalid-duration', async () => {
  const { shareId } = bench.shareOf(mia);
  const durationDays = 4 as 7;
  const request = { id: shareId, guests: [lena], durationDays };
  await expect(bench.guests.invite(request, as(mia))).rejects.toMatchObject({ code: 'invalid-duration' });
});

test('when an active guest is invited again, then nothing changes, and it says so', async () => {
  const { id } = await aShareWithLena();
  const before = await bench.guests.list({ id }, as(mia));
  const { invited, refused } = await invite(id, [lena], mia, 1);
  expect({ invited, refused }).toEqual({
    invited: [],
    refused: [{ guest: lena.email, reason: 'already-active' }],
  });
  expect(await bench.guests.list({ id }, as(mia))).toEqual(before);
  expect(await bench.told()).toEqual([]);
});

test('when an expired guest is invited again, then they are renewed: the same guest with a new end', async () => {
  const { id, guestId } = await aShareWithLena();
  await bench.expire(guestId);
  expect((await bench.guests.list({ id }, as(mia))).items).toMatchObject([{ id: guestId, state: 'expired' }]);
  const { invited } = await invite(id, [lena], mia, 1);
  expect(invited).toMatchObject([{ id: guestId, state: 'active', mail: 'queued' }]);
  expect(await bench.told()).toMatchObject([{ type: 'guest.renewed.v1', data: { version: 2 } }]);
});

test('when the same guest is invited many times at once, then they are one guest with one mail', async () => {
  const { shareId } = bench.shareOf(mia);
  await bench.told();
  const answers = await Promise.all(Array.from({ length: 8 }, () => invite(shareId, [lena])));
  expect(answers.flatMap(({ invited }) => invited)).toHaveLength(1);
  expect(await bench.told()).toHaveLength(1);
});

test('when share or identity does not answer, then 503 and nobody is invited', async () => {
  const { shareId } = bench.shareOf(mia);
  for (const part of ['isShareDown', 'isIdentityDown'] as const) {
    bench.world[part] = true;
    await expect(invite(shareId, [lena])).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    bench.world[part] = false;
  }
  expect((await bench.guests.list({ id: shareId }, as(mia))).items).toEqual([]);
});

test('when a share would have more guests than it can, then 413 and none of them is invited', async () => {
  const { shareId } = bench.shareOf(mia);
  const many = Array.from({ length: GUESTS_MAX }, (_, index) => ({ email: `guest${index}@x.example` }));
  expect((await invite(shareId, many)).invited).toHaveLength(GUESTS_MAX);
  await bench.told();
  await expect(invite(shareId, [lena])).rejects.toMatchObject({ code: 'too-large' });
  expect(await bench.told()).toEqual([]);
  expect((await bench.guests.list({ id: shareId }, as(mia))).items).toHaveLength(GUESTS_MAX);
});

test('when guests are read page by page, then each comes once, expired ones last, and a text finds some', async () => {
  const { shareId } = bench.shareOf(mia);
  const emails = Array.from({ length: 7 }, (_, index) => ({ email: `Page${index}@x.example` }));
  const { invited } = await invite(shareId, emails);
  await bench.database.sql.query(
    `UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE id = $1`,
    [invited[0]?.id],
  );
  const read: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    const { items, nextCursor } = await bench.guests.list({ id: shareId, limit: 3, cursor }, as(mia));
    read.push(...items.map(({ email }) => email));
    cursor = nextCursor ?? undefined;
  }
  expect(cursor).toBeUndefined();
  expect(read).toHaveLength(7);
  expect(new Set(read)).toEqual(new Set(invited.map(({ email }) => email)));
  expect(read.at(-1)).toBe(invited[0]?.email);
  const found = await bench.guests.list({ id: shareId, q: ' pAGE3 ' }, as(mia));
  expect(found.items.map(({ email }) => email.toLowerCase())).toEqual(['page3@x.example']);
  await expect(bench.guests.list({ id: shareId, cursor: 'none' }, as(mia))).rejects.toMatchObject({
    code: 'invalid-request',
  });
});

test('when the share was deleted meanwhile, then nobody is invited to it', async () => {
  const share = bench.shareOf(mia);
  const { shareId, accountId, ownerId, ownerName, title } = share;
  const actor = { actorId: ownerId, actorName: ownerName };
  const data = { shareId, accountId, version: 2, ownerId, ownerName, title, enabled: true, ...actor };
  await bench.bus.publish(aCloudEvent(ShareDeletedV1, { subject: shareId, data }));
  await bench.told();
  await expect(invite(shareId, [lena])).rejects.toMatchObject({ code: 'not-found' });
  expect(await bench.told()).toEqual([]);
});
