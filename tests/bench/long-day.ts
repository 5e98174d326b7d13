/**
 * What a day leaves in the memory of `npm start`: people list, share, download, break off, upload and delete, and guests
 * come and take, round after round; each minute V8 collects all it can, and what is left is told.
 *
 *   node_modules/.bin/node tests/bench/long-day.ts [minutes, 5] [ms between rounds, 200]
 */
import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { AssetView, DownloadView, GuestLink, GuestView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import { type RunningVitrine, startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

type Page<Item> = { items: Item[] };

const LOOK_EVERY_MS = 60_000;

const taken = async (person: ApiPerson, assetIds: string[]): Promise<void> => {
  const { url } = await person.post<DownloadView>('/downloads', { assetIds });
  await (await person.fetch(url)).arrayBuffer();
  const over = new AbortController();
  const broken = await person.fetch(url, { signal: over.signal });
  await broken.body?.getReader().read();
  over.abort();
};

const guestComesBy = async (url: string, mia: ApiPerson, shareId: string): Promise<void> => {
  const [named] = (await mia.get<Page<GuestView>>(`/shares/${shareId}/guests`)).items;
  const link = await mia.post<GuestLink>(`/shares/${shareId}/guests/${named?.id ?? ''}/link`, {});
  const guest = anApiPerson(url);
  await guest.post('/guest/session', { token: link.url.split('/').at(-1) });
  const { items } = await guest.get<Page<AssetView>>('/guest/share/assets');
  for (const { thumbnailUrl } of items.slice(0, 3))
    if (thumbnailUrl !== null) await (await guest.fetch(thumbnailUrl)).arrayBuffer();
  await taken(
    guest,
    items.map(({ id }) => id),
  );
};

const uploadsAndDeletes = async (person: ApiPerson, round: number): Promise<void> => {
  const { body } = await person.upload({ fileName: `${round}.txt`, content: Buffer.from(`Round ${round}`) });
  await person.request('DELETE', `/assets/${String(body['id'])}`);
};

const aRound = async (url: string, mia: ApiPerson, assetIds: string[], round: number): Promise<void> => {
  const listening = new AbortController();
  const live = await mia.fetch('/api/v1/events', { signal: listening.signal });
  await mia.get(`/assets?limit=60&q=${['a', 'press', 'lamp'][round % 3] ?? ''}`);
  const guests = [{ email: `guest-${round % 50}@gallery.example` }];
  const request = { title: `Round ${round}`, assetIds, guests, durationDays: 7 };
  const { share } = await mia.post<{ share: ShareView }>('/shares', request);
  await taken(mia, assetIds);
  await guestComesBy(url, mia, share.id);
  await uploadsAndDeletes(mia, round);
  await mia.request('PATCH', `/shares/${share.id}`, { enabled: false });
  await mia.request('DELETE', `/shares/${share.id}`);
  listening.abort();
  await live.body?.cancel().catch(() => undefined);
};

/** Commands of the inspector, which the process was told to open. */
const inspectorOf = async ({ printed }: RunningVitrine) => {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(printed())?.[0] ?? '';
  const socket = new WebSocket(address);
  const answers = new Map<number, unknown>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id !== undefined) answers.set(id, result);
  });
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const ask = async <Result>(method: string, params: object = {}): Promise<Result> => {
    const id = (last += 1);
    socket.send(JSON.stringify({ id, method, params }));
    return until(method, () => Promise.resolve((answers.get(id) as Result | undefined) ?? null));
  };
  // A process that is inspected waits for this before it ends.
  return { ask, close: () => socket.close() };
};

type Told = { result: { value: string } };

const [minutes = 5, betweenMs = 200] = process.argv.slice(2).map(Number);
const vitrine = await startVitrineOn(await temporaryFolder(), { NODE_OPTIONS: '--inspect=127.0.0.1:0' });
const { ask, close } = await inspectorOf(vitrine);
const expression =
  'JSON.stringify([process.memoryUsage().heapUsed, process.memoryUsage().arrayBuffers].map((n) => (n / 1e6).toFixed(1)))';
const look = async (round: number): Promise<void> => {
  await ask('HeapProfiler.collectGarbage');
  const { result } = await ask<Told>('Runtime.evaluate', { expression });
  const [heap, buffers] = JSON.parse(result.value) as string[];
  const descriptors = readdirSync(`/proc/${vitrine.process.pid ?? 0}/fd`).length;
  console.log(`| ${round} | ${heap} MB | ${buffers} MB | ${descriptors} |`);
};
const mia = await signedIn(vitrine.url, 'mia@demo.test');
const assetIds = (await fitAssetsOf(mia)).slice(0, 5).map(({ id }) => id);
console.log('| rounds | objects | buffers | descriptors |\n| --- | --- | --- | --- |');
await look(0);
let round = 0;
for (let minute = 0; minute < minutes; minute += 1) {
  for (const endsAt = Date.now() + LOOK_EVERY_MS; Date.now() < endsAt; round += 1) {
    await aRound(vitrine.url, mia, assetIds, round);
    await pause(betweenMs);
  }
  await look(round);
}
console.log(`load ${loadavg()[0]?.toFixed(1)}`);
close();
await vitrine.discard();
