/**
 * What one client that asks for as much as it can costs the others (promise 19: at most twice their usual p95). A person
 * looks at the list, at pictures and plans downloads, from a process of its own, alone and beside each kind of hostility
 * in turn, on a whole system as `npm start` ships it with 20,000 assets.
 *
 *   node_modules/.bin/node tests/bench/hostile-client.ts [seconds of each, 8] [part of a name]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { AssetView, DownloadView, SessionView } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import type { Page } from '../support/main-job.ts';
import { addManyAssets } from '../support/many-assets.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import { markdown, quantile } from './download-measure.ts';

type Times = Record<string, number[]>;

/** What the person does again and again, with a breath between. */
const useFor = async (person: ApiPerson, seconds: number): Promise<Times> => {
  const times: Times = {};
  const timed = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    const startedAt = performance.now();
    await act();
    (times[name] ??= []).push(performance.now() - startedAt);
  };
  const { items } = await person.get<Page<AssetView>>('/assets?limit=60&availability=available');
  const assetIds = items.slice(0, 3).map(({ id }) => id);
  for (let round = 0, end = performance.now() + seconds * 1_000; performance.now() < end; round += 1) {
    const picture = items[round % items.length];
    await timed('session', () => person.get<SessionView>('/session'));
    await timed('list', () => person.get<Page<AssetView>>('/assets?limit=60'));
    await timed('picture', async () => (await person.fetch(picture?.thumbnailUrl ?? '')).arrayBuffer());
    await timed('plan', () => person.post<DownloadView>('/downloads', { assetIds }));
    await pause(20);
  }
  return times;
};

type Act = () => Promise<unknown>;

const hostilities = (
  url: string,
  mia: ApiPerson,
  ids: readonly string[],
  domainId: string,
): [string, number, Act][] => {
  const stranger = anApiPerson(url);
  const unknown = Array.from({ length: 100_001 }, () => newId());
  const bytes = randomBytes(25_000_000);
  const word = (): string => newId().slice(-2);
  return [
    ['a core of the machine, for comparison', 1, () => computeFor(50)],
    ['searches', 8, () => mia.request('GET', `/assets?q=copy ${word()}&limit=100`)],
    ['pictures', 30, async () => (await mia.fetch(`/api/v1/assets/${ids[0]}/thumbnail`)).arrayBuffer()],
    [
      'passwords of others',
      20,
      () => stranger.request('POST', '/session', { email: `${newId()}@demo.test`, password: 'wrong' }),
    ],
    ['plans of 20,000', 4, () => mia.request('POST', '/downloads', { assetIds: ids })],
    ['plans of 100,001', 2, () => mia.request('POST', '/downloads', { assetIds: unknown })],
    ['selections of 20,000', 4, () => mia.request('POST', '/shares/check', { assetIds: ids })],
    ['outlines of 20,000', 4, () => mia.request('GET', '/assets/outline')],
    ['titles of 1 MB', 8, () => mia.request('POST', '/shares', { title: 'x'.repeat(1_000_000) })],
    ['uploads of 25 MB', 4, () => mia.upload({ fileName: `${newId()}.bin`, content: bytes, domainId })],
  ];
};

/** What the hostile client itself takes of the machine where it takes nothing of the system. */
const computeFor = async (ms: number): Promise<void> => {
  for (const endsAt = performance.now() + ms; performance.now() < endsAt;);
  await pause(0);
};

/** Does it so many times at once until it is told to end. */
const beginning = (count: number, act: Act): (() => Promise<void>) => {
  const over = new AbortController();
  const loop = async (): Promise<void> => {
    while (!over.signal.aborted) await act().catch(() => pause(20));
  };
  const loops = Array.from({ length: count }, loop);
  return async () => {
    over.abort();
    await Promise.all(loops);
  };
};

const compare = async (seconds: number, only: string): Promise<void> => {
  const vitrine = await startVitrineOn(await temporaryFolder());
  const other = fork(import.meta.filename, ['other', vitrine.url]);
  try {
    const mia = await signedIn(vitrine.url, 'mia@demo.test');
    const { domains } = await mia.get<SessionView>('/session');
    const domainId = domains[0]?.id ?? '';
    const ids = await addManyAssets(vitrine, domainId, 20_000);
    const rows: string[][] = [];
    for (const [name, count, act] of hostilities(vitrine.url, mia, ids, domainId)) {
      if (!name.includes(only)) continue;
      const before = await timesOf(other, seconds);
      const end = beginning(count, act);
      await pause(500);
      const beside = await timesOf(other, seconds);
      await end();
      await pause(1_500);
      rows.push([
        `${count} at once: ${name}`,
        ...Object.keys(before).map((of) => told(before[of], beside[of])),
      ]);
    }
    console.log(markdown(['p95 in ms, alone and beside', 'session', 'list', 'picture', 'plan'], rows));
    console.log(`${seconds} s of each, load ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    other.disconnect();
    await vitrine.discard();
  }
};

const timesOf = async (other: ChildProcess, seconds: number): Promise<Times> => {
  other.send(seconds);
  const [times] = (await once(other, 'message')) as [Times];
  return times;
};

const told = (before: readonly number[] = [], beside: readonly number[] = []): string => {
  const [alone, now] = [quantile(before, 0.95), quantile(beside, 0.95)];
  return `${alone.toFixed(0)}, ${now.toFixed(0)}: ${(now / alone).toPrecision(2)}`;
};

const [first = '8', second = ''] = process.argv.slice(2);
if (first === 'other') {
  const noah = signedIn(second, 'noah@demo.test');
  process.on('message', (seconds: number) => {
    void noah.then((person) => useFor(person, seconds)).then((times) => process.send?.(times));
  });
} else await compare(Number(first), second);
