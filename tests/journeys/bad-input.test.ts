import { request as httpRequest } from 'node:http';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { DEMO_PASSWORD, type RunningVitrine, commandLine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

let vitrine: RunningVitrine;
let mia: ApiPerson;
let admin: ApiPerson;
let asset: AssetView;

interface Page<Item> {
  items: Item[];
  total: number;
}

beforeAll(async () => {
  vitrine = await startVitrine();
  mia = await signedIn(vitrine.url, 'mia@demo.test');
  admin = await signedIn(vitrine.url, 'admin@demo.test');
  const { items } = await mia.get<Page<AssetView>>('/assets?limit=200');
  asset = items.find(({ downloadable, shareable }) => downloadable && shareable)!;
}, 180_000);
afterAll(() => vitrine.discard());

const problem = (status: number, code: string) => ({ status, body: { code, status } });
const total = async (): Promise<number> => (await mia.get<Page<AssetView>>('/assets?limit=1')).total;

test('when the password is wrong, the address unknown or the user disabled, then the answer is the same', async () => {
  const { items } = await admin.get<Page<{ id: string; email: string }>>('/users?q=noah');
  const disabled = await commandLine(vitrine.dataDir, 'user', 'disable', items[0]?.id ?? '');
  expect(disabled).toMatchObject({ code: 0 });
  const answers = await Promise.all(
    [
      { email: 'mia@demo.test', password: 'not this one' },
      { email: 'nobody@demo.test', password: DEMO_PASSWORD },
      { email: 'noah@demo.test', password: DEMO_PASSWORD },
    ].map((credentials) => anApiPerson(vitrine.url).request('POST', '/session', credentials)),
  );
  for (const answer of answers) expect(answer).toMatchObject(problem(401, 'wrong-credentials'));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('when a share has no title, or one of 300 characters, then it is refused and there is no share', async () => {
  for (const title of [undefined, '', '   ', 'x'.repeat(300)])
    expect(await mia.request('POST', '/shares', { title, assetIds: [asset.id] })).toMatchObject(
      problem(400, 'invalid-title'),
    );
  expect((await mia.get<Page<unknown>>('/shares')).items).toEqual([]);
});

test('when an asset is unknown or foreign, then both answer alike and nothing is made', async () => {
  const press = await admin.get<{ domains: { id: string; name: string }[] }>('/session');
  const pressId = press.domains.find(({ name }) => name === 'Press')?.id ?? '';
  const foreign = (await admin.get<Page<AssetView>>(`/assets?domainId=${pressId}`)).items[0]?.id;
  const unknown = '0198f0a0-0000-7000-8000-000000000001';
  for (const id of [foreign, unknown]) {
    expect(await mia.request('GET', `/assets/${String(id)}`)).toMatchObject(problem(404, 'not-found'));
    expect(await mia.request('POST', '/downloads', { assetIds: [asset.id, id] })).toMatchObject(
      problem(404, 'not-found'),
    );
    expect(await mia.request('POST', '/shares', { title: 'x', assetIds: [asset.id, id] })).toMatchObject(
      problem(404, 'not-found'),
    );
    expect((await mia.fetch(`/api/v1/assets/${String(id)}/thumbnail`)).status).toBe(404);
  }
  expect(await mia.request('GET', `/assets?domainId=${pressId}`)).toMatchObject(problem(404, 'not-found'));
  expect((await mia.get<Page<unknown>>('/shares')).items).toEqual([]);
});

test('when a duration is 4 days or an address is none, then nobody is invited and nothing is half-made', async () => {
  const share = { title: 'x', assetIds: [asset.id] };
  const guests = [{ email: 'a@b.example' }];
  expect(await mia.request('POST', '/shares', { ...share, guests, durationDays: 4 })).toMatchObject(
    problem(400, 'invalid-duration'),
  );
  expect(await mia.request('POST', '/shares', { ...share, guests })).toMatchObject(
    problem(400, 'invalid-duration'),
  );
  for (const email of [
    'nonsense',
    'a@b, c@d.example',
    'a@b.example\r\nBcc: x@y.example',
    'Mia <mia@demo.test>',
    '"a b"@c.example',
    '',
  ])
    expect(
      await mia.request('POST', '/shares', { ...share, guests: [{ email }], durationDays: 7 }),
    ).toMatchObject(problem(400, 'invalid-guest'));
  expect((await mia.get<Page<unknown>>('/shares')).items).toEqual([]);
});

test('when the same guest is invited a second time, then nothing changes and it says so', async () => {
  const { share } = await mia.post<{ share: { id: string } }>('/shares', {
    title: 'Twice',
    assetIds: [asset.id],
  });
  const invite = () =>
    mia.post<{ invited: unknown[]; refused: unknown[] }>(`/shares/${share.id}/guests`, {
      guests: [{ email: 'eva@gallery.example' }],
      durationDays: 2,
    });
  expect((await invite()).invited).toHaveLength(1);
  expect(await invite()).toMatchObject({ invited: [], refused: [{ reason: 'already-active' }] });
  expect((await mia.get<Page<unknown>>(`/shares/${share.id}/guests`)).items).toHaveLength(1);
});

test('when a file is empty, or its name has slashes, control characters or 300 bytes, then it is refused or made safe', async () => {
  const before = await total();
  expect(await mia.upload({ fileName: 'empty.txt', content: Buffer.alloc(0) })).toMatchObject(
    problem(400, 'empty-file'),
  );
  expect(await total()).toBe(before);
  for (const fileName of [
    '../../etc/passwd',
    'a\u0007b\u202etxt.exe',
    `${'ü'.repeat(200)}.txt`,
    'CON',
    '...',
  ]) {
    const { status, body } = await mia.upload({ fileName, content: Buffer.from(fileName) });
    if (status !== 201) expect({ status, body }).toMatchObject(problem(400, 'invalid-file-name'));
    else {
      expect(body['fileName']).not.toMatch(/[/\\\u0000-\u001f\u202e]/);
      expect(Buffer.byteLength(String(body['fileName']))).toBeLessThanOrEqual(255);
    }
  }
});

test('when an upload is cut half-way, then nothing of it is left', async () => {
  const before = await total();
  const cookie = await (async () => {
    const response = await fetch(`${vitrine.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'mia@demo.test', password: DEMO_PASSWORD }),
    });
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  })();
  const head =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="half.bin"\r\nContent-Type: application/octet-stream\r\n\r\n';
  const unfinished = path.join(vitrine.dataDir, 'files', 'unfinished');
  const cut = httpRequest(`${vitrine.url}/api/v1/assets`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '50000000' },
  });
  cut.on('error', () => undefined);
  cut.write(head);
  cut.write(Buffer.alloc(3_000_000, 7));
  await until('the upload has begun', async () => ((await readdir(unfinished)).length > 0 ? true : null));
  cut.destroy();
  await until('nothing is left', async () => ((await readdir(unfinished)).length === 0 ? true : null));
  expect(await total()).toBe(before);
});

test('when a request comes from another site, then it changes nothing', async () => {
  const before = await total();
  const response = await mia.fetch(`/api/v1/assets/${asset.id}`, {
    method: 'DELETE',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(response.status).toBe(403);
  expect(await total()).toBe(before);
});
