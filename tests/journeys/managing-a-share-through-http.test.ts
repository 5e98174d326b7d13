import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DownloadView, GuestView, SessionView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import {
  type Page,
  type Shared,
  assetsOf,
  bytesAt,
  fitAssetsOf,
  mailTo,
  tokenIn,
} from '../support/main-job.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

let vitrine: RunningVitrine;
let mia: ApiPerson;
let noah: ApiPerson;
let share: ShareView;
let guestLink: string;

/** The external guest, in a browser that knows nothing yet. */
const guest = () => anApiPerson(vitrine.url);

beforeAll(async () => {
  vitrine = await startVitrine();
  mia = await signedIn(vitrine.url, 'mia@demo.test');
  noah = await signedIn(vitrine.url, 'noah@demo.test');
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: 'Autumn for the press',
    assetIds: (await fitAssetsOf(mia)).slice(0, 5).map(({ id }) => id),
    guests: [{ email: 'noah@demo.test' }, { email: 'rita@gallery.example' }],
    durationDays: 7,
  });
  share = made.share;
  guestLink = tokenIn(await mailTo(vitrine.url, 'rita@gallery.example'));
  await mailTo(vitrine.url, 'noah@demo.test');
}, 180_000);
afterAll(() => vitrine.discard());

test('when the share is disabled, then the guest has nothing; enabled again, then the same link works', async () => {
  const rita = guest();
  await rita.post('/guest/session', { token: guestLink });
  const { items } = await rita.get<Page<Shared>>('/guest/share/assets');
  const download = await rita.post<DownloadView>('/downloads', { assetIds: [items[0]?.id] });
  expect((await bytesAt(rita, download.url)).length).toBe(download.byteSize);
  expect((await mia.request('PATCH', `/shares/${share.id}`, { enabled: false })).status).toBe(200);
  for (const path of ['/guest/share', '/guest/share/assets'])
    expect((await rita.request('GET', path)).status).toBe(401);
  expect((await rita.fetch(download.url)).status).toBeGreaterThanOrEqual(400);
  expect((await rita.fetch(items[0]?.thumbnailUrl ?? '')).status).toBe(404);
  expect((await noah.request('GET', `/shares/${share.id}`)).status).toBe(404);
  await mia.request('PATCH', `/shares/${share.id}`, { enabled: true });
  expect((await rita.request('GET', '/guest/share')).status).toBe(200);
});

test('when an edit names the version it was made on, then it changes that one or answers 412 and nothing is changed', async () => {
  const own = `/api/v1/shares/${share.id}`;
  const send = (method: string, ifMatch: string, changes?: object) =>
    mia.fetch(own, {
      method,
      headers: { 'if-match': ifMatch, 'content-type': 'application/json' },
      ...(changes && { body: JSON.stringify(changes) }),
    });
  const seen = (await mia.fetch(own)).headers.get('etag') ?? '';
  expect(seen).toMatch(/^"\d+"$/);
  const changed = await send('PATCH', seen, { description: 'First' });
  expect(changed.status).toBe(200);
  const now = changed.headers.get('etag') ?? '';
  expect(now).not.toBe(seen);
  for (const late of [send('PATCH', seen, { description: 'Late' }), send('DELETE', seen)]) {
    const answer = await late;
    expect([answer.status, await answer.json()]).toMatchObject([412, { code: 'precondition-failed' }]);
  }
  expect((await mia.get<ShareView>(`/shares/${share.id}`)).description).toBe('First');
  expect((await mia.fetch(own)).headers.get('etag')).toBe(now);
});

test('when an asset and a guest are removed, then both are gone for the guest at once', async () => {
  const { items } = await mia.get<Page<Shared>>(`/shares/${share.id}/assets`);
  await mia.post(`/shares/${share.id}/assets/remove`, { assetIds: [items[0]?.id] });
  const rita = guest();
  await rita.post('/guest/session', { token: guestLink });
  expect((await rita.get<Page<Shared>>('/guest/share/assets')).items).toHaveLength(4);
  expect((await rita.request('POST', '/downloads', { assetIds: [items[0]?.id] })).status).toBe(404);
  const guests = await mia.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`);
  const ritasId = guests.items.find(({ kind }) => kind === 'external')?.id ?? '';
  expect((await mia.request('DELETE', `/shares/${share.id}/guests/${ritasId}`)).status).toBe(204);
  expect((await rita.request('GET', '/guest/share')).status).toBe(401);
  expect((await guest().request('POST', '/guest/session', { token: guestLink })).body).toMatchObject({
    code: 'link-not-valid',
  });
});

test('when more guests are invited, then who is active already is refused by name and the others get a mail', async () => {
  const answer = await mia.post<{ invited: GuestView[]; refused: unknown[] }>(`/shares/${share.id}/guests`, {
    guests: [{ email: 'noah@demo.test' }, { email: 'paul@agency.example' }],
    durationDays: 1,
  });
  expect(answer.invited.map(({ email }) => email)).toEqual(['paul@agency.example']);
  expect(answer.refused).toMatchObject([{ reason: 'already-active' }]);
  expect((await mailTo(vitrine.url, 'paul@agency.example')).links).toHaveLength(1);
});

test('when the timeline is read, then it tells what happened, newest first, and only to the owner', async () => {
  const types = await until('the timeline', async () => {
    const { items } = await mia.get<Page<{ type: string }>>(`/shares/${share.id}/activity?limit=100`);
    const found = items.map(({ type }) => type);
    return found.includes('guest.removed') && found.includes('download.completed') ? found : null;
  });
  for (const type of [
    'share.created',
    'guest.invited',
    'guest.mail-sent',
    'guest.opened',
    'download.completed',
    'share.disabled',
    'share.enabled',
  ])
    expect(types).toContain(type);
  expect((await noah.request('GET', `/shares/${share.id}/activity`)).status).toBe(404);
});

test('when the account has no shares feature, then the page is told so and the API refuses', async () => {
  const otto = await signedIn(vitrine.url, 'otto@demo.test');
  expect(await otto.get<SessionView>('/session')).toMatchObject({
    account: { features: { shares: false } },
    hasShares: false,
  });
  const [asset] = await assetsOf(otto);
  const answer = await otto.request('POST', '/shares', { title: 'x', assetIds: [asset?.id] });
  expect(answer).toMatchObject({ status: 403, body: { code: 'shares-not-enabled' } });
});
