import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newSecret } from '@vitrine/platform/ids/ids.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { deleted } from './testing/told-by-others.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const EMAIL = 'lena@agency.example';
const aGuestWithLink = async () => {
  const share = bench.shareOf(mia, { title: 'Spring campaign' });
  const request = { id: share.shareId, guests: [{ email: EMAIL }], durationDays: 7 as const };
  const { invited } = await bench.guests.invite(request, as(mia));
  await bench.sendAll();
  await bench.told();
  const token = bench.postOffice.arrivals.at(-1)?.token ?? '';
  return { share, id: share.shareId, guestId: invited[0]?.id ?? '', token };
};
const ask = (token: string) => bench.internal.requestLink({ token }, asService);
/** The work that waits, as the service does it by itself. */
const answer = async () => {
  const job = bench.service.jobs.find(({ name }) => name.endsWith('answer-link-requests'));
  await job?.run();
  await bench.sendAll();
};
/** The mails that the owner gets meanwhile. */
const toOwner = async (work: () => Promise<unknown>) => {
  const before = bench.postOffice.arrivals.length;
  await work();
  const arrivals = bench.postOffice.arrivals.slice(before);
  expect(arrivals.map(({ recipients }) => recipients)).toEqual(arrivals.map(() => [mia.email]));
  return arrivals.map(({ mail }) => mail);
};
const guestOf = async (id: string) => (await bench.guests.list({ id }, as(mia))).items[0];

test('when an expired guest asks for a new link, then the owner gets one mail a day, and the list and the timeline say so', async () => {
  const { id, guestId, token } = await aGuestWithLink();
  await bench.expire(guestId);
  const mails = await toOwner(async () => {
    for (let asked = 0; asked < 3; asked += 1) {
      await Promise.all([ask(token), ask(token)]);
      await answer();
    }
  });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe(`${EMAIL} asks for a new link to “Spring campaign”`);
  expect(mails[0]?.text).toContain(`https://assets.acme.example/shares/${id}?tab=guests`);
  expect(mails[0]?.text).toContain('The link ended on');
  expect(mails[0]?.text).not.toContain('/guest/');
  expect(await bench.told()).toMatchObject([
    { type: 'guest.link-requested.v1', subject: guestId, data: { email: EMAIL, actorId: null } },
  ]);
  const asked = await guestOf(id);
  expect(asked).toMatchObject({ state: 'expired', mail: 'sent', askedAt: expect.any(String) });
  await bench.guests.renew({ id, guestId, durationDays: 7 }, as(mia));
  expect(await guestOf(id)).toMatchObject({ state: 'active', askedAt: null });
  await bench.sendAll();
  await bench.database.sql.query(
    `UPDATE mail_send SET created_at = created_at - interval '24 hours' WHERE kind = 'link-requested'`,
  );
  await ask(token);
  expect(await toOwner(answer)).toHaveLength(1);
});

test('when a new link is asked for by what never was one, then it is forgotten, and nobody hears of it', async () => {
  await bench.told();
  for (const token of [newSecret(), 'short', "' OR 1=1", '../../session']) await ask(token);
  expect(await toOwner(answer)).toEqual([]);
  expect(await bench.told()).toEqual([]);
  expect(await bench.database.sql.query('SELECT * FROM link_request')).toEqual([]);
});

test('when the link was removed, replaced, or is of a disabled share, then the mail to the owner says which', async () => {
  const removed = await aGuestWithLink();
  await bench.guests.remove({ id: removed.id, guestId: removed.guestId }, as(mia));
  const replaced = await aGuestWithLink();
  await bench.guests.resend({ id: replaced.id, guestId: replaced.guestId }, as(mia));
  await bench.sendAll();
  const disabled = await aGuestWithLink();
  bench.world.shares.set(disabled.id, { ...disabled.share, isOpen: false });
  for (const [{ token }, words] of [
    [removed, 'This guest was removed'],
    [replaced, 'There is a link that works until'],
    [disabled, 'The share is disabled'],
  ] as const) {
    await ask(token);
    const mails = await toOwner(answer);
    expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
  }
  expect(await guestOf(replaced.id)).toMatchObject({ askedAt: expect.any(String) });
});

test('when the share is gone, then there is nobody to ask', async () => {
  const { share, token } = await aGuestWithLink();
  bench.world.shares.delete(share.shareId);
  await bench.bus.publish(deleted(share));
  await bench.told();
  await ask(token);
  expect(await toOwner(answer)).toEqual([]);
});

test('when the process dies as it looks at what was asked, then the next one tells the owner, once', async () => {
  const { guestId, token } = await aGuestWithLink();
  await bench.expire(guestId);
  await ask(token);
  const { inTransaction } = bench.database;
  const dying = inTransaction(async ({ linkRequests }) => {
    expect(await linkRequests.take(100)).toHaveLength(1);
    throw new Error('gone');
  });
  await expect(dying).rejects.toThrow('gone');
  expect(await toOwner(answer)).toHaveLength(1);
  expect(await toOwner(answer)).toEqual([]);
});

test('when anybody but a service asks inside, then 403', async () => {
  for (const actor of [as(mia), as({ kind: 'anonymous' })]) {
    const asked = bench.internal.requestLink({ token: newSecret() }, actor);
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
  }
});
