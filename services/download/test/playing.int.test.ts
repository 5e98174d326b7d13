import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AssetFacts, GuestActor, UserActor } from '@vitrine/contracts';
import { type Bench, as, openBench } from './testing/open-bench.ts';
import { revoking } from './testing/revocations.ts';
import { readRest } from './testing/slow-reader.ts';

/** More than the sockets of both sides hold for a reader who does not read. */
const LARGE = 40_000_000;
const refused = { code: 'nothing-to-download' };

let bench: Bench;
let mia: UserActor;
let song: AssetFacts;
let film: AssetFacts;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
  song = await bench.asset(mia, 'song.wav', { kind: 'audio', mediaType: 'audio/wav' }, 100_000);
  film = await bench.asset(mia, 'film.mp4', { kind: 'video', mediaType: 'video/mp4' }, LARGE);
});
beforeEach(async () => {
  await bench.service.idle();
  await bench.told();
});
afterAll(() => bench.close());

const play = (assets: readonly AssetFacts[], actor: UserActor | GuestActor = mia, more: object = {}) =>
  bench.downloads.prepare(
    { assetIds: assets.map(({ assetId }) => assetId), purpose: 'play', ...more },
    as(actor),
  );
const aGuest = (downloadsMax: number | null) => {
  const { guest, share } = bench.share(mia, [song, film]);
  share.downloadsMax = downloadsMax;
  return { guest, share };
};

test('when a sound is played, then its ranges are answered as of any download, and nothing is told', async () => {
  const { url, kind, byteSize } = await play([song]);
  expect([kind, byteSize]).toEqual(['file', song.byteSize]);
  const whole = await bench.get(url);
  const part = await bench.get(url, { headers: { range: 'bytes=50000-50099' } });
  expect([whole.status, part.status]).toEqual([200, 206]);
  expect(part.body.equals(whole.body.subarray(50_000, 50_100))).toBe(true);
  expect(part.headers).toMatchObject({
    'content-type': 'audio/wav',
    'content-range': 'bytes 50000-50099/100000',
    'content-disposition': expect.stringMatching(/^attachment/),
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
  });
  const cut = await bench.begin((await play([film])).url);
  cut.destroy();
  await bench.service.idle();
  expect(await bench.told()).toEqual([]);
});

test('when a picture is looked at closely, then its bytes are answered, and nothing is told', async () => {
  const photo = await bench.asset(mia, 'photo.jpg', { kind: 'image', mediaType: 'image/jpeg' });
  const { status, headers } = await bench.get((await play([photo])).url);
  expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
  await bench.service.idle();
  expect(await bench.told()).toEqual([]);
});

test('when the same file is downloaded, then that is told as before', async () => {
  const { url } = await bench.downloads.prepare({ assetIds: [song.assetId] }, as(mia));
  await bench.get(url);
  await bench.service.idle();
  expect((await bench.told()).map(({ type }) => type)).toEqual([
    'download.prepared.v1',
    'download.started.v1',
    'download.completed.v1',
  ]);
});

test('when it is no single file that browsers play or show, then it cannot be played', async () => {
  const drawing = await bench.asset(mia, 'logo.svg', { kind: 'image', mediaType: 'image/svg+xml' });
  const scan = await bench.asset(mia, 'scan.tif', { kind: 'image', mediaType: 'image/tiff' });
  const page = await bench.asset(mia, 'page.html', { kind: 'text', mediaType: 'text/html' });
  const old = await bench.asset(mia, 'old.avi', { kind: 'video', mediaType: 'video/vnd.avi' });
  for (const assets of [[drawing], [scan], [page], [old], [song, film]])
    await expect(play(assets)).rejects.toMatchObject(refused);
  await expect(play([song], mia, { manifest: true })).rejects.toMatchObject(refused);
});

test('when it may not be had, then it cannot be played either', async () => {
  const gone = await bench.asset(mia, 'gone.wav', { mediaType: 'audio/wav', reason: 'expired' });
  await expect(play([gone])).rejects.toMatchObject({
    ...refused,
    details: { excluded: [{ reason: 'expired' }] },
  });
  await expect(play([song], bench.user())).rejects.toMatchObject({ code: 'not-found' });
});

test('when a guest plays, then it is none of their downloads', async () => {
  const { guest, share } = aGuest(null);
  for (const { url } of [await play([song], guest), await play([song], guest)])
    expect((await bench.get(url, { as: guest })).status).toBe(200);
  share.downloadsMax = 1;
  const one = await bench.downloads.prepare({ assetIds: [song.assetId] }, as(guest));
  expect((await bench.get(one.url, { as: guest })).status).toBe(200);
});

test('when the downloads of guests are limited, then a guest does not play, and the owner does', async () => {
  const { guest, share } = aGuest(null);
  const before = await play([song], guest);
  expect((await bench.get(before.url, { as: guest })).status).toBe(200);
  share.downloadsMax = 5;
  const limited = { code: 'download-limit-reached' };
  await expect(play([song], guest)).rejects.toMatchObject({ ...limited, details: { downloadsMax: 5 } });
  expect(await bench.get(before.url, { as: guest })).toMatchObject({ status: 403, ...limited });
  const own = await play([song], mia, { shareId: guest.shareId });
  expect((await bench.get(own.url, { as: mia })).status).toBe(200);
});

test.each(['guest.removed', 'share.disabled', 'asset.deleted'])(
  'when %s comes, then what a guest plays is reset, and nothing is told',
  async (event) => {
    const { guest } = aGuest(null);
    const { url } = await play([film], guest);
    const response = await bench.begin(url);
    await bench.bus.publish(revoking[event]!({ owner: mia, guest, asset: film }));
    await bench.service.idle();
    const { byteSize, error } = await readRest(response);
    expect(error).toBe('ECONNRESET');
    expect(byteSize).toBeLessThan(LARGE);
    expect(await bench.told()).toEqual([]);
  },
);
