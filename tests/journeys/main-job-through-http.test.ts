import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetView, DownloadView, GuestView, SessionView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import {
  type Page,
  PNG,
  type Shared,
  assetsOf,
  bytesAt,
  mailTo,
  sha256,
  tokenIn,
} from '../support/main-job.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { unzip } from '../support/unzip.ts';

let vitrine: RunningVitrine;
let mia: ApiPerson;
let noah: ApiPerson;
let uploaded: AssetView;
let share: ShareView;
let guestLink: string;
const guest = () => anApiPerson(vitrine.url);

beforeAll(async () => {
  vitrine = await startVitrine();
  mia = await signedIn(vitrine.url, 'mia@demo.test');
  noah = await signedIn(vitrine.url, 'noah@demo.test');
}, 180_000);
afterAll(() => vitrine.discard());

test('when Mia signs in, then she sees the assets of her current domain and can switch', async () => {
  const session = await mia.get<SessionView>('/session');
  expect(session.domains.map(({ name }) => name)).toEqual(['Brand', 'Campaigns']);
  expect(session).toMatchObject({ account: { features: { shares: true } }, hasShares: false });
  const brand = await assetsOf(mia);
  expect(brand.length).toBeGreaterThan(15);
  expect(new Set(brand.map(({ domainId }) => domainId))).toEqual(new Set([session.currentDomainId]));
  const picture = brand.find(({ kind, thumbnailUrl }) => kind === 'image' && thumbnailUrl !== null);
  const thumbnail = await mia.fetch(picture?.thumbnailUrl ?? '');
  expect([thumbnail.status, thumbnail.headers.get('content-type')]).toEqual([200, 'image/webp']);
  const campaigns = session.domains[1]?.id ?? '';
  expect((await mia.request('PUT', '/session/domain', { domainId: campaigns })).status).toBe(200);
  expect((await assetsOf(mia)).every(({ domainId }) => domainId === campaigns)).toBe(true);
  await mia.request('PUT', '/session/domain', { domainId: session.domains[0]?.id });
});

test('when she uploads a file, then it becomes an asset with its sums, and soon its thumbnail', async () => {
  const answer = await mia.upload({ fileName: 'dot/../one.png', content: PNG });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    kind: 'image',
    mediaType: 'image/png',
    byteSize: PNG.length,
    sha256: sha256(PNG),
  });
  const id = String(answer.body['id']);
  uploaded = await until('the thumbnail', async () => {
    const asset = await mia.get<AssetView>(`/assets/${id}`);
    return asset.availability === 'available' && asset.thumbnailUrl !== null ? asset : null;
  });
  expect(uploaded.fileName).not.toMatch(/[/\\]/);
  expect(uploaded).toMatchObject({ width: 1, height: 1, downloadable: true });
});

test('when she downloads one, then it is that file; several, then a zip with all of them and its exact length', async () => {
  const one = await mia.post<DownloadView>('/downloads', { assetIds: [uploaded.id] });
  expect(one).toMatchObject({ kind: 'file', byteSize: PNG.length, entryCount: 1 });
  const file = await mia.fetch(one.url);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(sha256(Buffer.from(await file.arrayBuffer()))).toBe(uploaded.sha256);

  const some = (await assetsOf(mia))
    .filter(({ downloadable, byteSize }) => downloadable && byteSize < 5_000_000)
    .slice(0, 6);
  const several = await mia.post<DownloadView>('/downloads', { assetIds: some.map(({ id }) => id) });
  const answer = await mia.fetch(several.url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([several.kind, answer.status, answer.headers.get('content-length')]).toEqual([
    'zip',
    200,
    String(several.byteSize),
  ]);
  expect(answer.headers.get('etag')).toMatch(/^"/);
  const files = await unzip(bytes);
  expect([...files.values()].map(sha256).sort()).toEqual(some.map((asset) => asset.sha256).sort());
});

test('when an asset is unavailable or expired, then it says so and cannot be downloaded', async () => {
  const all = [
    ...(await assetsOf(mia)),
    ...(await assetsOf(mia, '&availability=unavailable')),
    ...(await assetsOf(mia, '&availability=expired')),
  ];
  for (const availability of ['unavailable', 'expired'] as const) {
    const asset = all.find((each) => each.availability === availability);
    expect(asset?.downloadable).toBe(false);
    const answer = await mia.request('POST', '/downloads', { assetIds: [asset?.id] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'nothing-to-download' } });
    const mixed = await mia.post<DownloadView>('/downloads', { assetIds: [asset?.id, uploaded.id] });
    expect(mixed.excluded).toEqual([{ assetId: asset?.id, fileName: asset?.fileName, reason: availability }]);
  }
});

test('when she creates a share with an internal and an external guest, then what cannot be shared is named and Shares is there', async () => {
  const all = (await assetsOf(mia)).filter(({ id }) => id !== uploaded.id);
  const fit = all
    .filter(({ downloadable, shareable, byteSize }) => downloadable && shareable && byteSize < 5_000_000)
    .slice(0, 4);
  const unfit = all.find(({ downloadable, shareable }) => downloadable && !shareable);
  const assetIds = [...fit, ...(unfit ? [unfit] : [])].map(({ id }) => id);
  const check = await mia.post<{ shareable: string[]; excluded: unknown[] }>('/shares/check', { assetIds });
  expect(check.shareable).toEqual(fit.map(({ id }) => id));
  expect(check.excluded).toEqual([
    { assetId: unfit?.id, fileName: unfit?.fileName, reason: 'may-not-be-shared' },
  ]);

  const found = await mia.get<{ items: { id: string; email: string }[] }>('/users?q=noah');
  const made = await mia.post<{ share: ShareView; excluded: unknown[] }>('/shares', {
    title: 'Autumn for the press',
    description: 'The first pictures.',
    assetIds,
    guests: [{ userId: found.items[0]?.id }, { email: 'Rita@Gallery.example' }],
    durationDays: 7,
    message: 'Have a look.',
  });
  share = made.share;
  expect(made.excluded).toHaveLength(1);
  expect(share).toMatchObject({ title: 'Autumn for the press', enabled: true, assetCount: 4, role: 'owner' });
  expect((await mia.get<SessionView>('/session')).hasShares).toBe(true);
  const guests = await until('two guests', async () => {
    const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`);
    return items.length === 2 && items.every(({ mail }) => mail === 'sent') ? items : null;
  });
  const sevenDays = 7 * 24 * 3_600_000;
  for (const each of guests) {
    expect(each.state).toBe('active');
    expect(Date.parse(each.expiresAt) - Date.parse(each.invitedAt)).toBe(sevenDays);
  }
});

test('when she adds assets to an existing share, then those already there are named', async () => {
  const { items } = await mia.get<Page<Shared>>(`/shares/${share.id}/assets`);
  const present = items[0];
  const answer = await mia.post<{ added: string[]; excluded: { reason: string }[] }>(
    `/shares/${share.id}/assets`,
    {
      assetIds: [uploaded.id, present?.id],
    },
  );
  expect(answer.added).toEqual([uploaded.id]);
  expect(answer.excluded.map(({ reason }) => reason)).toEqual(['already-in-this-share']);
});

test('when the external guest follows the link, then it opens only by their own act, and gives one file and all as a zip', async () => {
  const mail = await mailTo(vitrine.url, 'gallery.example');
  expect(mail.subject).toContain('Autumn for the press');
  expect(mail.links).toHaveLength(1);
  guestLink = tokenIn(mail);
  const rita = guest();
  expect((await rita.fetch(`/guest/${guestLink}`)).status).toBe(200);
  expect((await rita.request('GET', '/guest/session')).status).toBe(401);
  await rita.post('/guest/session', { token: guestLink });
  const seen = await rita.get<Record<string, unknown>>('/guest/share');
  expect(seen).toMatchObject({ title: 'Autumn for the press', sharedBy: 'Mia Lindqvist', assetCount: 5 });
  const { items } = await rita.get<Page<Shared>>('/guest/share/assets');
  expect(items).toHaveLength(5);
  expect(JSON.stringify(items)).not.toContain('domainId');
  expect((await rita.fetch(items[1]?.thumbnailUrl ?? '')).status).toBe(200);
  const one = await rita.post<DownloadView>('/downloads', { assetIds: [items[0]?.id] });
  expect(sha256(await bytesAt(rita, one.url))).toBe(items[0]?.sha256);
  const all = await rita.post<DownloadView>('/downloads', {
    assetIds: items.map(({ id }) => id),
    shareId: share.id,
  });
  expect((await unzip(await bytesAt(rita, all.url))).size).toBe(5);
  expect((await rita.request('GET', '/assets')).status).toBe(401);
});

test('when the internal guest signs in, then the share stands under Shares, without the other guests', async () => {
  expect((await noah.get<SessionView>('/session')).hasShares).toBe(true);
  const received = await noah.get<Page<ShareView>>('/shares?scope=received');
  expect(received.items.map(({ id, role }) => ({ id, role }))).toEqual([{ id: share.id, role: 'guest' }]);
  const { items } = await noah.get<Page<Shared>>(`/shares/${share.id}/assets`);
  const download = await noah.post<DownloadView>('/downloads', {
    assetIds: items.map(({ id }) => id),
    shareId: share.id,
  });
  expect((await unzip(await bytesAt(noah, download.url))).size).toBe(5);
  expect((await noah.request('GET', `/shares/${share.id}/guests`)).status).toBe(404);
});
