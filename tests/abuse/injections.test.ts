import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetView, GuestView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { type Page, assetsOf, fitAssetsOf, mailTo } from '../support/main-job.ts';
import { DEMO_PASSWORD, type RunningVitrine } from '../support/running-vitrine.ts';
import { sourceOfMailTo } from './mail-source.ts';
import { NASTY_TEXTS, NASTY_VALUES } from './nasty.ts';
import { cookieOf, rawRequest } from './raw-request.ts';

let vitrine: RunningVitrine;
let mia: ApiPerson;
let cookie: string;
let asset: AssetView;

beforeAll(async () => {
  vitrine = await startVitrine();
  mia = await signedIn(vitrine.url, 'mia@demo.test');
  cookie = await cookieOf(vitrine.url, '/session', { email: 'mia@demo.test', password: DEMO_PASSWORD });
  asset = (await fitAssetsOf(mia))[0]!;
}, 180_000);
afterAll(() => vitrine.discard());

/** A refusal that says what is wrong, and is not ours to be ashamed of. */
const aRefusal = {
  status: expect.any(Number),
  body: {
    code: expect.stringMatching(/^(invalid|unsupported|too-large|not-found)/),
    title: expect.any(String),
  },
};

const isMade = (status: number): boolean => status === 200 || status === 201;

/** A text but for its spaces and what else nobody sees of it, which a title of one line may lose. */
const visible = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, '');

test('when any text is a title, a description or a message, then it is refused with a sentence or kept as it is', async () => {
  for (const text of NASTY_TEXTS) {
    const asked = { title: text, description: text, message: text, assetIds: [asset.id] };
    const answer = await mia.request<{ share: ShareView }>('POST', '/shares', asked);
    if (!isMade(answer.status)) {
      expect({ text, ...answer }).toMatchObject(aRefusal);
      expect(answer.status).toBeLessThan(500);
      continue;
    }
    const kept = await mia.fetch(`/api/v1/shares/${answer.body.share.id}`);
    expect(kept.headers.get('content-type')).toContain('application/json');
    expect(kept.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await kept.json()).toMatchObject({ title: text.trim(), description: text.trim() });
  }
});

test('when any text is the title or a tag of an asset, then the same', async () => {
  for (const text of NASTY_TEXTS) {
    const { status, body } = await mia.request('PATCH', `/assets/${asset.id}`, { title: text, tags: [text] });
    if (isMade(status)) {
      const { title, tags } = body as unknown as AssetView;
      expect([title, ...tags].map(visible)).toEqual([visible(text), visible(text)]);
    } else expect({ text, status, body }).toMatchObject(aRefusal);
    expect(status).toBeLessThan(500);
  }
});

test('when any text is searched for, then it is a text: no wildcard, no operator, no pattern', async () => {
  const all = (await assetsOf(mia)).length;
  for (const text of NASTY_TEXTS)
    for (const list of ['/assets', '/shares', '/users']) {
      const { status, body } = await mia.request(
        'GET',
        `${list}?q=${encodeURIComponent(text.toWellFormed())}`,
      );
      expect({ list, text, status: isMade(status) || status === 400, body }).toMatchObject({ status: true });
    }
  for (const text of ['_%_%', "' OR '1'='1", '(xqz+)+$', ':*']) {
    const found = await mia.get<Page<AssetView>>(`/assets?limit=200&q=${encodeURIComponent(text)}`);
    expect({ text, found: found.items.length < all }).toEqual({ text, found: true });
  }
  expect((await mia.get<Page<unknown>>('/users?q=%25')).items).toEqual([]);
});

test('when any text is an address, then nobody is invited, or it is one plain address', async () => {
  const { share } = await mia.post<{ share: ShareView }>('/shares', { title: 'x', assetIds: [asset.id] });
  for (const text of [...NASTY_TEXTS, ...NASTY_TEXTS.map((each) => `${each}@gallery.example`)]) {
    const asked = { guests: [{ email: text }], durationDays: 1 };
    const answer = await mia.request<{ invited: GuestView[] }>('POST', `/shares/${share.id}/guests`, asked);
    expect(answer.status).toBeLessThan(500);
    for (const { email } of answer.status === 200 ? answer.body.invited : [])
      expect(email).toMatch(/^[\w!#$%&'*+/=?^`{|}~.-]+@[a-z\d.-]+$/);
  }
});

test('when title, description and message are markup or headers, then the mail shows them as text and has one recipient', async () => {
  const markup = `</title><script>alert(1)</script><img src="https://evil.example/x.png"><a href="https://evil.example">here</a>`;
  const asked = {
    title: markup.slice(0, 150),
    description: markup,
    message: `${markup}\r\n\r\nBcc: victim@evil.example`,
    assetIds: [asset.id],
    guests: [{ email: 'rita@gallery.example' }],
    durationDays: 7,
  };
  await mia.post('/shares', asked);
  const source = await sourceOfMailTo(vitrine, 'rita@gallery.example');
  const [head = ''] = source.split('\r\n\r\n');
  expect(head.match(/^to:/gim)).toHaveLength(1);
  expect(head).not.toMatch(/^(?:b?cc|x-evil):/im);
  const { links } = await mailTo(vitrine.url, 'rita@gallery.example');
  expect(links).toHaveLength(1);
  const unfolded = source.replaceAll(/=\r?\n/g, '').replaceAll(/=3D/g, '=');
  const html = unfolded.slice(unfolded.indexOf('<!'));
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<script|<img[^>]+evil|href="https:\/\/evil/i);
  const page = await (await fetch(`${vitrine.url}/mailbox`)).text();
  expect(page).not.toMatch(/<script>alert|<img src="https:\/\/evil/i);
});

test('when a value is of the wrong kind, then 4xx and never a fault of ours', async () => {
  const fields = ['title', 'description', 'assetIds', 'guests', 'durationDays', 'message'];
  for (const field of fields)
    for (const value of NASTY_VALUES) {
      const asked = { title: 'x', assetIds: [asset.id], [field]: value };
      const { status, body } = await mia.request('POST', '/shares', asked);
      const isHarmless = field === 'guests' && Array.isArray(value) && value.length === 0;
      expect({ field, value, status: isHarmless ? 400 : status, body }).toMatchObject({ status: 400 });
    }
});

const post = (address: string, body: string, contentType = 'application/json') =>
  rawRequest(vitrine.url, {
    method: 'POST',
    path: `/api/v1${address}`,
    headers: { cookie, 'content-type': contentType },
    body,
  });

test('when a body is JSON that readers disagree about, or none, then 400 at once and no prototype is touched', async () => {
  const bodies = [
    `{"title":"a","title":"b","assetIds":["${asset.id}"]}`,
    `{"__proto__":{"isAdministrator":true},"title":"a","assetIds":["${asset.id}"]}`,
    `{"constructor":{"prototype":{"polluted":1}},"title":"a","assetIds":["${asset.id}"]}`,
    `{"title":"a\\u0000b","assetIds":["${asset.id}"]}`,
    `{"title":"\\ud800","assetIds":["${asset.id}"]}`,
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    '['.repeat(1_000_000),
    '{"title":',
    "{'title':'x'}",
    '<share/>',
  ];
  for (const body of bodies) {
    const startedAt = performance.now();
    const { status, text } = await post('/shares', body);
    expect({ body: body.slice(0, 60), status, text }).toMatchObject({
      status: 400,
      text: expect.stringContaining('invalid'),
    });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('when a text has a mebibyte, a body more than is taken, or a password no end, then 4xx', async () => {
  const mebibyte = 'x'.repeat(1_048_576);
  const long = { title: mebibyte, description: mebibyte, assetIds: [asset.id] };
  expect((await mia.request('POST', '/shares', long)).status).toBe(400);
  expect((await mia.request('PATCH', `/assets/${asset.id}`, { title: mebibyte })).status).toBe(400);
  expect((await post('/shares', JSON.stringify({ title: 'x'.repeat(6_000_000) }))).status).toBe(413);
  for (const password of [mebibyte, 'x'.repeat(2_000)]) {
    const { status } = await mia.request('POST', '/session', { email: 'mia@demo.test', password });
    expect([400, 413]).toContain(status);
  }
  expect((await mia.fetch(`/api/v1/assets?q=${'x'.repeat(10_000)}`)).status).toBeLessThan(500);
  expect((await mia.request('GET', '/session')).status).toBe(200);
});

test('when a query names something twice, or as a list or an object, then 400 or one of them, and never a fault', async () => {
  for (const query of [
    'q=a&q=b',
    'q[]=a',
    'q[x]=a',
    'limit=1&limit=2',
    'limit[]=1',
    'cursor=eyJ4IjoxfQ',
    'cursor=%F0%28',
    'sort=__proto__',
  ]) {
    const { status } = await mia.fetch(`/api/v1/assets?${query}`);
    expect({ query, isFault: status >= 500 }).toEqual({ query, isFault: false });
  }
});
