// The main job on a running system of the distributed shape, by HTTP, as one person after the other: by hand, since it
// needs `docker compose up` and an account (docs/operations.md):
//   node_modules/.bin/node tests/compose/journey.ts http://localhost:8080 http://localhost:8025 me@example.com PASSWORD
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { AssetView, DownloadView, GuestView, SessionView, ShareView } from '@vitrine/contracts';
import * as z from 'zod';
import { type ApiPerson, anApiPerson } from '../support/api-person.ts';
import { PNG, type Page, type Shared, bytesAt, sha256 } from '../support/main-job.ts';
import { until } from '../support/until.ts';
import { unzip } from '../support/unzip.ts';

const [portal = '', mailbox = '', email = '', password = ''] = process.argv.slice(2);
if (password === '') throw new Error('Say where the portal and the mails are, and who signs in with what.');

const GUEST = `rita-${randomBytes(4).toString('hex')}@gallery.example`;
const MEBIBYTE = 1024 * 1024;
/** Containers share their machine with others. */
const PATIENCE_MS = 60_000;

const found = z.object({ messages: z.array(z.object({ ID: z.string() })) });
const message = z.object({ Text: z.string() });

const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
  const startedAt = performance.now();
  const result = await work();
  process.stdout.write(`✓ ${name}  ${Math.round(performance.now() - startedAt)} ms\n`);
  return result;
};

const signIn = async (): Promise<ApiPerson> => {
  const person = anApiPerson(portal);
  await person.post('/session', { email, password });
  return person;
};

const upload = async (person: ApiPerson, fileName: string, content: Uint8Array): Promise<AssetView> => {
  const { domains } = await person.get<SessionView>('/session');
  const answer = await person.upload({ fileName, content, domainId: domains[0]?.id ?? '' });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  assert.equal(answer.body['sha256'], sha256(content));
  return answer.body as unknown as AssetView;
};

const withThumbnail = (person: ApiPerson, { id }: AssetView): Promise<AssetView> =>
  until(
    'a thumbnail',
    async () => {
      const asset = await person.get<AssetView>(`/assets/${id}`);
      return asset.thumbnailUrl === null ? null : asset;
    },
    PATIENCE_MS,
  );

/** The secret in the link of the mail, as Mailpit keeps it. */
const tokenFor = (address: string): Promise<string> =>
  until(`a mail to ${address}`, async () => {
    const list = await fetch(`${mailbox}/api/v1/search?query=${encodeURIComponent(`to:${address}`)}`);
    const [first] = found.parse(await list.json()).messages;
    if (first === undefined) return null;
    const text = message.parse(await (await fetch(`${mailbox}/api/v1/message/${first.ID}`)).json()).Text;
    return /\/guest\/([\w-]+)/.exec(text)?.[1] ?? null;
  });

const download = async (person: ApiPerson, assetIds: string[], shareId?: string): Promise<Buffer> => {
  const plan = await person.post<DownloadView>('/downloads', {
    assetIds,
    ...(shareId === undefined ? {} : { shareId }),
  });
  const bytes = await bytesAt(person, plan.url);
  assert.equal(bytes.length, plan.byteSize);
  return bytes;
};

const me = await step('signs in', signIn);
const contents = [randomBytes(5 * MEBIBYTE), randomBytes(MEBIBYTE), PNG];
const assets = await step('uploads three files', async () => [
  await upload(me, `${randomBytes(4).toString('hex')}.bin`, contents[0] ?? PNG),
  await upload(me, `${randomBytes(4).toString('hex')}.bin`, contents[1] ?? PNG),
  await upload(me, `${randomBytes(4).toString('hex')}.png`, PNG),
]);
const ids = assets.map(({ id }) => id);
await step('sees a thumbnail', () => withThumbnail(me, assets[2] as AssetView));
await step('downloads one', async () =>
  assert.equal(sha256(await download(me, ids.slice(0, 1))), assets[0]?.sha256),
);
await step('downloads all as a zip', async () => {
  const files = await unzip(await download(me, ids));
  assert.deepEqual([...files.values()].map(sha256).sort(), contents.map(sha256).sort());
});
const share = await step('shares them with a guest', async () => {
  const made = await me.post<{ share: ShareView }>('/shares', {
    title: 'Through all containers',
    assetIds: ids,
    guests: [{ email: GUEST }],
    durationDays: 7,
  });
  return made.share;
});
const rita = anApiPerson(portal);
await step('the guest follows the link of the mail', async () => {
  const token = await tokenFor(GUEST);
  assert.equal((await rita.request('GET', '/guest/session')).status, 401);
  await rita.post('/guest/session', { token });
  const { items } = await rita.get<Page<Shared>>('/guest/share/assets');
  assert.equal(items.length, 3);
});
await step('the guest downloads all as a zip', async () =>
  assert.equal((await unzip(await download(rita, ids, share.id))).size, 3),
);
await step('the mail counts as sent', () =>
  until('the mail', async () => {
    const { items } = await me.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`);
    return items[0]?.mail === 'sent' ? items : null;
  }),
);
await step('the share is closed, and the guest gets nothing more', async () => {
  assert.equal((await me.request('PATCH', `/shares/${share.id}`, { enabled: false })).status, 200);
  const refused = await rita.request('POST', '/downloads', { assetIds: ids, shareId: share.id });
  assert.ok(refused.status >= 400 && refused.status < 500, String(refused.status));
});
