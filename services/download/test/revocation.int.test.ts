import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AssetFacts, GuestActor, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { ownTimeOf } from '@vitrine/platform/testing/own-time.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';
import { revoking } from './testing/revocations.ts';
import { askWithoutReading, readRest } from './testing/slow-reader.ts';

/** More than the sockets of both sides hold for a reader who does not read. */
const LARGE = 40_000_000;

let bench: Bench;
let mia: UserActor;
let large: AssetFacts;
let guest: GuestActor;
let share: ReturnType<Bench['share']>['share'];

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
  large = await bench.asset(mia, 'large.bin', {}, LARGE);
});
beforeEach(async () => {
  await bench.service.idle();
  bench.world.assets.set(large.assetId, large);
  ({ guest, share } = bench.share(mia, [large]));
  await bench.told();
});
afterAll(() => bench.close());

const begin = async (through: 'domain' | 'share' | 'guest') => {
  const request = {
    assetIds: [large.assetId],
    ...(through === 'share' ? { shareId: guest.shareId } : {}),
  };
  const plan = await bench.downloads.prepare(request, as(through === 'guest' ? guest : mia));
  return { plan, response: await bench.begin(plan.url) };
};
const abortedBy = async () => {
  const events = await bench.told();
  return events.find(({ type }) => type === 'download.aborted.v1')?.data['abortedBy'];
};

const ends: [string, 'domain' | 'share' | 'guest'][] = [
  ['asset.availability-changed', 'domain'],
  ['asset.availability-changed', 'guest'],
  ['asset.rights-changed', 'guest'],
  ['asset.rights-changed', 'share'],
  ['asset.deleted', 'domain'],
  ['share.disabled', 'guest'],
  ['share.deleted', 'guest'],
  ['share.deleted', 'share'],
  ['share.assets-removed', 'guest'],
  ['guest.removed', 'guest'],
  ['guest.expired', 'guest'],
  ['guest.renewed', 'guest'],
  ['user.disabled', 'domain'],
  ['account.features-changed', 'guest'],
];
test.each(ends)('when %s comes, then what runs through a %s is reset', async (event, through) => {
  const { response } = await begin(through);
  const tookMs = await ownTimeOf(async () => {
    await bench.bus.publish(revoking[event]!({ owner: mia, guest, asset: large }));
    await bench.service.idle();
  });
  expect(tookMs).toBeLessThan(2_000);
  const { byteSize, error } = await readRest(response);
  expect(error).toBe('ECONNRESET');
  expect(byteSize).toBeLessThan(LARGE);
  expect(await abortedBy()).toBe('revocation');
});

const goesOn: [string, 'domain' | 'share' | 'guest', 'this' | 'other'][] = [
  ['asset.rights-changed', 'domain', 'this'],
  ['share.disabled', 'share', 'this'],
  ['share.deleted', 'domain', 'this'],
  ['guest.removed', 'share', 'this'],
  ['account.features-changed', 'domain', 'this'],
  ['asset.deleted', 'guest', 'other'],
  ['share.deleted', 'guest', 'other'],
  ['share.assets-removed', 'guest', 'other'],
  ['guest.removed', 'guest', 'other'],
  ['user.disabled', 'domain', 'other'],
];
test.each(goesOn)(
  'when %s comes, then a download through a %s goes on (%s)',
  async (event, through, whose) => {
    const other = {
      owner: bench.user(),
      guest: bench.share(mia, []).guest,
      asset: { ...large, assetId: newId() },
    };
    const { response } = await begin(through);
    await bench.bus.publish(revoking[event]!(whose === 'this' ? { owner: mia, guest, asset: large } : other));
    expect(await readRest(response)).toEqual({ byteSize: LARGE, error: null });
  },
);

test('when several requests of one download are reset together, then it is told once that it was revoked', async () => {
  const { plan, response } = await begin('domain');
  const more = [await bench.begin(plan.url), await bench.begin(plan.url)];
  await bench.bus.publish(revoking['asset.deleted']!({ owner: mia, guest, asset: large }));
  await bench.service.idle();
  for (const each of [response, ...more]) expect(await readRest(each)).toMatchObject({ error: 'ECONNRESET' });
  const state = await bench.downloads.get({ id: plan.id }, as(mia));
  expect(state).toMatchObject({ state: 'aborted', abortedBy: 'revocation' });
  const told = (await bench.told()).filter(({ type }) => type === 'download.aborted.v1');
  expect(told.map(({ data }) => data['abortedBy'])).toEqual(['revocation']);
});

test('when an asset becomes available again, then nothing is ended', async () => {
  const { response } = await begin('guest');
  const event = revoking['asset.availability-changed']!({ owner: mia, guest, asset: large });
  await bench.bus.publish({ ...event, data: { ...(event.data as object), availability: 'available' } });
  expect(await readRest(response)).toEqual({ byteSize: LARGE, error: null });
});

test('when the right is lost and no event tells of it, then the download is ended all the same', async () => {
  const { response } = await begin('guest');
  share.invitations.clear();
  await bench.service.idle();
  expect(await readRest(response)).toMatchObject({ error: 'ECONNRESET' });
  expect(await abortedBy()).toBe('revocation');
});

test('when an owner leaves the domain of an asset, then what they take of it through their share is reset, and what a guest takes goes on', async () => {
  const [ofOwner, ofGuest] = [await begin('share'), await begin('guest')];
  const left = { ...mia, domainIds: [] };
  bench.world.users.set(mia.userId, left);
  await eventually(() => expect(bench.service.runningCount()).toBe(1));
  expect(await readRest(ofOwner.response)).toMatchObject({ error: 'ECONNRESET' });
  expect(await abortedBy()).toBe('revocation');
  expect(await readRest(ofGuest.response)).toEqual({ byteSize: LARGE, error: null });
  const again = bench.downloads.prepare({ assetIds: [large.assetId], shareId: guest.shareId }, as(left));
  await expect(again).rejects.toMatchObject({
    code: 'nothing-to-download',
    details: { excluded: [{ assetId: large.assetId, reason: 'not-in-your-domains' }] },
  });
  bench.world.users.set(mia.userId, mia);
});

test('when all was handed over and a slow reader has not got it, then a revocation reaches the rest', async () => {
  const asset = await bench.asset(mia, 'in the kernel.bin', {}, 1_000_000);
  const { id, url } = await bench.downloads.prepare({ assetIds: [asset.assetId] }, as(mia));
  const socket = askWithoutReading(bench.origin, url, await bench.headersOf({ kind: 'anonymous' }));
  let state = 'prepared';
  while (state !== 'completed') ({ state } = await bench.downloads.get({ id }, as(mia)));
  await bench.bus.publish(revoking['asset.deleted']!({ owner: mia, guest, asset }));
  const { byteSize, error } = await readRest(socket);
  expect(error).toBe('ECONNRESET');
  expect(byteSize).toBeLessThan(asset.byteSize);
});
