import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { sha256 } from '../support/main-job.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from '../support/real-engines.ts';
import { type RunningDistributed, startDistributed } from '../support/running-distributed.ts';
import { DEMO_PASSWORD, commandLineWith } from '../support/running-vitrine.ts';
import { type ServiceProcess, startServiceProcess } from '../support/service-process.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 180_000;
const PATIENCE_MS = 60_000;
const SLOW = 100_000;
const FASTER = 4_000_000;
const EMAIL = 'sam@slow.test';
/** One that fits into the buffers of the kernel, so that it is handed over at once, and one that does not. */
const FILES = [randomBytes(64_000), randomBytes(10_000_000)] as const;

let engines: RealEngines;
let system: RunningDistributed;
const assetIds: string[] = [];
const ends: (() => Promise<void>)[] = [];

const test = (name: string, run: () => Promise<void>) => testWhere(REAL_ENGINES, name, run, TIMEOUT_MS);

beforeAll(async () => {
  if (!REAL_ENGINES.met) return;
  engines = await startRealEngines();
  system = await startDistributed({
    addresses: engines.addresses,
    only: ['identity', 'asset', 'share', 'gateway'],
  });
  const settings = { ...system.environment, DATA_DIR: 'no-folder-of-its-own' };
  for (const command of [
    ['account', 'create', 'slow'],
    ['domain', 'create', 'slow'],
    ['user', 'create', '--email', EMAIL, '--password', DEMO_PASSWORD, '--domain', 'slow'],
  ])
    expect(await commandLineWith(settings, ...command)).toMatchObject({ code: 0 });
  const sam = await signedIn(system.url, EMAIL);
  for (const [index, content] of FILES.entries())
    assetIds.push(
      await until('the file is taken', async () => {
        const { status, body } = await sam.upload({ fileName: `${index}.bin`, content });
        return status === 201 ? String(body['id']) : null;
      }),
    );
}, TIMEOUT_MS);
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  if (!REAL_ENGINES.met) return;
  await system.stop();
  await engines.stop();
}, TIMEOUT_MS);

/**
 * A gateway and a download service to be ended, each behind a link that goes with it, as the network of a container
 * does: what the kernel still had to send is lost then.
 */
const startPair = async (settings: Record<string, string>) => {
  const start = async (name: 'download' | 'gateway', more: Record<string, string>) => {
    const process = await startServiceProcess(name, { ...system.environment, ...settings, ...more });
    const link = await openFaultyLink({ port: process.port });
    void process.ended().then(() => link.cut());
    ends.push(async () => {
      if (process.isRunning()) process.signal('SIGKILL');
      await process.ended();
      await link.close();
    });
    return { process, link, url: `http://127.0.0.1:${link.port}` };
  };
  const download = await start('download', {});
  const gateway = await start('gateway', { DOWNLOAD_URL: download.url });
  const both: readonly ServiceProcess[] = [gateway.process, download.process];
  await Promise.all(both.map((process) => process.ready()));
  return {
    reader: gateway.link as Pick<FaultyLink, 'throttle' | 'stall' | 'heal'>,
    person: await signedIn(gateway.url, EMAIL),
    both,
    tellToEnd: () => {
      for (const process of both) process.signal('SIGTERM');
    },
    saying: (message: string) =>
      Promise.all(
        both.map((process) =>
          until(`it says: ${message}`, async () => (process.said(message) ? true : null), PATIENCE_MS),
        ),
      ),
    endings: () => Promise.all(both.map((process) => process.ended())),
  };
};

const begin = async (person: ApiPerson, assetId: string): Promise<Response> => {
  const { url } = await person.post<{ url: string }>('/downloads', { assetIds: [assetId] });
  return person.fetch(url);
};

test('when gateway and download are told to end while somebody takes files slowly, then everything arrives, and only then they end', async () => {
  const { person, reader, both, tellToEnd, saying, endings } = await startPair({ DRAIN_SECONDS: '120' });
  reader.throttle(SLOW);
  const answers = await Promise.all(assetIds.map((assetId) => begin(person, assetId)));
  const [small, large] = answers.map((answer) => answer.arrayBuffer());
  tellToEnd();
  await saying('"step":"consuming"');
  expect(sha256(Buffer.from(await small!))).toBe(sha256(FILES[0]));
  expect(both.map((process) => process.isRunning())).toEqual([true, true]);
  reader.throttle(FASTER);
  const whole = Buffer.from(await large!);
  expect(sha256(whole)).toBe(sha256(FILES[1]));
  expect(await endings()).toEqual([0, 0]);
});

test('when a download is not through at the end of the time to drain, then it is reset: nobody takes a part for the whole', async () => {
  const { person, reader, tellToEnd, endings } = await startPair({ DRAIN_SECONDS: '1' });
  reader.throttle(SLOW);
  const answers = await Promise.all(assetIds.map((assetId) => begin(person, assetId)));
  reader.stall();
  const bodies = answers.map((answer) => answer.arrayBuffer());
  const outcomes = Promise.allSettled(bodies);
  tellToEnd();
  expect(await endings()).toEqual([0, 0]);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('when they are told a second time, then they end at once, and the download fails', async () => {
  const { person, reader, tellToEnd, saying, endings } = await startPair({ DRAIN_SECONDS: '3600' });
  reader.throttle(SLOW);
  const body = (await begin(person, assetIds[1] ?? '')).arrayBuffer();
  const failed = expect(body).rejects.toThrow();
  tellToEnd();
  await saying('"step":"consuming"');
  tellToEnd();
  expect(await endings()).toEqual([143, 143]);
  await failed;
});
