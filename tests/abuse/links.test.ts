import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DownloadView, GuestView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { type Mail, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { DEMO_PASSWORD, type RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { guestAt } from './cast.ts';
import { asJson, cookieOf, rawRequest } from './raw-request.ts';

const PUBLIC_URL = 'https://portal.example';
const RITA = 'rita@gallery.example';

let vitrine: RunningVitrine;
let mia: ApiPerson;
let assetIds: string[];
let share: ShareView;
let mail: Mail;

const linkPath = (): string => new URL(mail.links[0] ?? '').pathname;
const guestsOf = async (): Promise<GuestView[]> =>
  (await mia.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`)).items;
const timeline = async (): Promise<string[]> =>
  (await mia.get<{ items: { type: string }[] }>(`/shares/${share.id}/activity?limit=200`)).items.map(
    ({ type }) => type,
  );

beforeAll(async () => {
  vitrine = await startVitrine({ PUBLIC_URL });
  mia = await signedIn(vitrine.url, 'mia@demo.test');
  assetIds = (await fitAssetsOf(mia)).slice(0, 2).map(({ id }) => id);
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: 'For scanners',
    assetIds,
    guests: [{ email: RITA }],
    durationDays: 7,
  });
  share = made.share;
  mail = await mailTo(vitrine.url, RITA);
}, 180_000);
afterAll(() => vitrine.discard());

/** What mail scanners, link previews and browsers that read ahead send. */
const VISITS: readonly { method: string; headers: Record<string, string> }[] = [
  { method: 'GET', headers: { accept: 'text/html' } },
  { method: 'GET', headers: { accept: '*/*', 'user-agent': 'curl/8' } },
  { method: 'HEAD', headers: { accept: 'text/html' } },
  { method: 'OPTIONS', headers: {} },
  {
    method: 'GET',
    headers: { accept: 'text/html', purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
  },
  { method: 'GET', headers: { accept: 'text/html', 'x-moz': 'prefetch' } },
  { method: 'GET', headers: { accept: 'text/html', range: 'bytes=0-99' } },
  { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { method: 'PROPFIND', headers: {} },
];

test('when scanners visit the link in every way, ten times, then nothing is opened, set or used up', async () => {
  for (const { method, headers } of Array.from({ length: 10 }, () => VISITS).flat()) {
    const answer = await rawRequest(vitrine.url, { method, path: linkPath(), headers });
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.text).not.toContain(tokenIn(mail));
    expect(answer.headers['location']).toBeUndefined();
  }
  expect(await guestsOf()).toMatchObject([{ email: RITA, openedAt: null, downloads: 0 }]);
  expect(await timeline()).not.toContain('guest.opened');
});

test('the page behind the link is told to no other page and kept nowhere', async () => {
  const { headers } = await rawRequest(vitrine.url, { path: linkPath(), headers: { accept: 'text/html' } });
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  expect(headers['content-security-policy']).toContain("script-src 'self'");
});

test('when a person opens the link after all that, then it works, again in a second browser, and is opened once', async () => {
  await guestAt(vitrine.url, RITA);
  const second = await guestAt(vitrine.url, RITA);
  expect((await second.request('GET', '/guest/share')).status).toBe(200);
  const opened = await until('the timeline', async () => {
    const found = (await timeline()).filter((type) => type === 'guest.opened');
    return found.length > 0 ? found : null;
  });
  expect(opened).toHaveLength(1);
});

test('when a request names another host, then links in mails lead to us all the same', async () => {
  const cookie = await cookieOf(vitrine.url, '/session', { email: 'mia@demo.test', password: DEMO_PASSWORD });
  const { headers, body } = asJson({ guests: [{ email: 'host@gallery.example' }], durationDays: 1 });
  const answer = await rawRequest(vitrine.url, {
    method: 'POST',
    path: `/api/v1/shares/${share.id}/guests`,
    headers: {
      ...headers,
      cookie,
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example;proto=http',
    },
    body,
  });
  expect(answer.status).toBe(200);
  const sent = await mailTo(vitrine.url, 'host@gallery.example');
  expect(sent.links).toHaveLength(1);
  expect(sent.links[0]).toMatch(/^https:\/\/portal\.example\/guest\/[\w-]{43}$/);
  expect(JSON.stringify([sent, answer.text, answer.headers])).not.toContain('evil.example');
});

const prepared = (person: ApiPerson): Promise<DownloadView> =>
  person.post<DownloadView>('/downloads', { assetIds: [assetIds[0]] });

test('when a share is disabled, an asset leaves it or the guest is removed, then the ticket gives nobody a byte', async () => {
  const rita = await guestAt(vitrine.url, RITA);
  const { url } = await prepared(rita);
  const statuses = async (): Promise<number[]> => {
    const askers = [rita, anApiPerson(vitrine.url), mia];
    return Promise.all(
      askers.map(async (person) => {
        const response = await person.fetch(url.replace(/\?.*/, ''));
        // Read to its end: the client stumbles over a reset of what nobody reads.
        await response.bytes();
        return response.status;
      }),
    );
  };
  const refused = (status: number): boolean => [401, 404, 410].includes(status);
  expect(await statuses()).toEqual([200, 200, 404]);
  await mia.request('PATCH', `/shares/${share.id}`, { enabled: false });
  expect((await statuses()).every(refused)).toBe(true);
  await mia.request('PATCH', `/shares/${share.id}`, { enabled: true });
  await mia.post(`/shares/${share.id}/assets/remove`, { assetIds: [assetIds[0]] });
  expect((await statuses()).every(refused)).toBe(true);
  await mia.post(`/shares/${share.id}/assets`, { assetIds: [assetIds[0]] });
  const ofRita = (await guestsOf()).find(({ email }) => email === RITA);
  await mia.request('DELETE', `/shares/${share.id}/guests/${ofRita?.id ?? ''}`);
  expect((await statuses()).every(refused)).toBe(true);
});

test('when links are unknown, removed, or no link at all, then they answer alike', async () => {
  const removed = tokenIn(mail);
  const answers = await Promise.all(
    [removed, 'x'.repeat(43), 'short', '../../session', '%00', 'é'].map(async (token) => {
      const { status, body } = await anApiPerson(vitrine.url).request('POST', '/guest/session', { token });
      return JSON.stringify({ status, body });
    }),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('link-not-valid');
});

test('when a new link is asked for, then all answers are alike, and only for what was a link the owner hears of it, once', async () => {
  const ask = async (token: string): Promise<string> => {
    const asked = await anApiPerson(vitrine.url).request('POST', '/guest/link-request', { token });
    return JSON.stringify(asked);
  };
  const removed = tokenIn(mail);
  const answers: string[] = [];
  for (const token of ['x'.repeat(43), 'short', '%00', removed, removed]) answers.push(await ask(token));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('202');
  const requests = async (): Promise<number> =>
    (await timeline()).filter((type) => type === 'guest.link-requested').length;
  expect(await until('the timeline', async () => ((await requests()) > 0 ? requests() : null))).toBe(1);
  const toOwner = await until('the mail to the owner', async () => {
    const all = (await (await fetch(`${vitrine.url}/mailbox.json`)).json()) as Mail[];
    const found = all.filter(({ subject }) => subject.includes('asks for a new link'));
    return found.length > 0 ? found : null;
  });
  expect(toOwner).toMatchObject([{ to: expect.stringContaining('mia@demo.test') }]);
  expect(toOwner[0]?.subject).toContain(RITA);
  expect(toOwner[0]?.links).toEqual([`${PUBLIC_URL}/shares/${share.id}?tab=guests`]);
});
