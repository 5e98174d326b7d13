import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GuestActor, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { ask } from './testing/ask.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;
beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
});
afterAll(() => bench.close());

/** A guest of a share that lets each begin so many downloads. */
const aGuest = async (downloadsMax: number | null) => {
  const asset = await bench.asset(mia, 'poster.png');
  const { guest, share, shareId } = bench.share(mia, [asset]);
  share.downloadsMax = downloadsMax;
  const prepare = async (actor: GuestActor = guest) => {
    const plan = await bench.downloads.prepare({ assetIds: [asset.assetId], shareId }, as(actor));
    const get = (headers = {}) => bench.get(plan.url, { as: actor, headers });
    return { url: plan.url, actor, get };
  };
  return { guest, share, prepare };
};
const used = { code: 'download-limit-reached' };

test('when a guest began as many downloads as the share allows, then the next is refused before it is planned', async () => {
  const { share, prepare } = await aGuest(2);
  const third = await prepare();
  for (const each of [await prepare(), await prepare()]) expect((await each.get()).status).toBe(200);
  await expect(prepare()).rejects.toMatchObject({ ...used, details: { downloadsMax: 2 } });
  expect(await third.get()).toMatchObject({ status: 403, ...used });
  share.downloadsMax = 3;
  expect((await third.get()).status).toBe(200);
  await expect(prepare()).rejects.toMatchObject(used);
  share.downloadsMax = null;
  expect((await (await prepare()).get()).status).toBe(200);
});

test('when one download is taken in parts, asked for by HEAD or taken again, then it is one', async () => {
  const { prepare } = await aGuest(2);
  const first = await prepare();
  await bench.get(first.url, { method: 'HEAD' });
  for (const range of ['bytes=0-1', 'bytes=2-', 'bytes=-1'])
    expect((await first.get({ range })).status).toBe(206);
  expect((await first.get()).status).toBe(200);
  expect((await (await prepare()).get()).status).toBe(200);
  await expect(prepare()).rejects.toMatchObject(used);
  expect((await first.get({ range: 'bytes=1-' })).status).toBe(206);
});

test('when fifty downloads begin at once, in as many browsers, then as many as the share allows get through', async () => {
  const { guest, prepare } = await aGuest(7);
  const browsers = Array.from({ length: 50 }, (): GuestActor => ({ ...guest, sessionId: newId() }));
  const plans = await Promise.all(browsers.map((browser) => prepare(browser)));
  const answers = await Promise.all(plans.map(({ get }) => get()));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
  expect(answers.filter(({ code }) => code === used.code)).toHaveLength(43);
  await expect(prepare()).rejects.toMatchObject(used);
});

test('when they begin at two processes at once, some twice, then it is exactly as many as the share allows', async () => {
  const another = await bench.startAnother();
  const { guest, prepare } = await aGuest(7);
  const browsers = Array.from({ length: 30 }, (): GuestActor => ({ ...guest, sessionId: newId() }));
  const plans = await Promise.all(browsers.map((browser) => prepare(browser)));
  const answers = await Promise.all(
    plans.map(async ({ url, actor, get }) => {
      const headers = await bench.headersOf(actor);
      return Promise.all([get(), ask(`${another.origin}${url}`, { headers })]);
    }),
  );
  const through = answers.filter((both) => both.some(({ status }) => status === 200));
  expect(through).toHaveLength(7);
  // One ticket is one download, at whichever process it is asked for.
  expect(through.flat().map(({ status }) => status)).toEqual(Array.from({ length: 14 }, () => 200));
  await expect(prepare()).rejects.toMatchObject(used);
  await another.stop();
});

test('when another guest of the share downloads, then each has their own count, and the owner none', async () => {
  const { guest, share, prepare } = await aGuest(1);
  expect((await (await prepare()).get()).status).toBe(200);
  await expect(prepare()).rejects.toMatchObject(used);
  const other = { ...guest, invitationId: newId(), sessionId: newId() };
  share.invitations.set(other.invitationId, other.secretVersion);
  expect((await (await prepare(other)).get()).status).toBe(200);
  const [assetId = ''] = share.assetIds;
  const request = { assetIds: [assetId], shareId: guest.shareId };
  for (const plan of [
    await bench.downloads.prepare(request, as(mia)),
    await bench.downloads.prepare(request, as(mia)),
  ])
    expect((await bench.get(plan.url, { as: mia })).status).toBe(200);
});
