import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { UploadView } from '@vitrine/contracts';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { Upload } from 'tus-js-client';
import { REAL_ENGINES, type RealEngines, startRealEngines } from '../support/real-engines.ts';
import { type RoundRobin, startRoundRobin } from '../support/round-robin.ts';
import { type ServiceProcess, startServiceProcess } from '../support/service-process.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 180_000;
const PATIENCE_MS = 60_000;
const ACTOR_KEY = 'the-key-of-a-system-for-tests-only';
/** Several pieces of 8 MiB. */
const CONTENT = randomBytes(40_000_000);
const domainId = newId();
const person = {
  kind: 'user' as const,
  userId: newId(),
  accountId: newId(),
  name: 'Mia',
  email: 'mia@acme.test',
  isAdministrator: false,
  domainIds: [domainId],
  currentDomainId: domainId,
  sharesEnabled: true,
  sessionId: 's',
};

let engines: RealEngines;
let replicas: ServiceProcess[] = [];
let door: RoundRobin;
beforeAll(async () => {
  if (!REAL_ENGINES.met) return;
  engines = await startRealEngines();
  const settings = { ...engines.addresses, ACTOR_KEY, WITHDRAW_SECONDS: '0' };
  const start = () => startServiceProcess('asset', settings);
  replicas = [await start(), await start()];
  await Promise.all(replicas.map((each) => each.ready()));
  door = await startRoundRobin(replicas.map(({ port }) => port));
}, TIMEOUT_MS);
afterAll(async () => {
  if (!REAL_ENGINES.met) return;
  for (const each of replicas) if (each.isRunning()) each.signal('SIGKILL');
  await door.close();
  await engines.stop();
});

const headersOf = async () => ({
  [ACTOR_HEADER]: await createActorStatements(ACTOR_KEY).sign(person, 'asset'),
});
const read = async <Body>(path: string): Promise<Body> => {
  const response = await fetch(`${door.url}${path}`, { headers: await headersOf() });
  return (await response.json()) as Body;
};
const running = () => replicas.filter((each) => each.isRunning());
const myUpload = async () =>
  (await read<{ items: UploadView[] }>('/api/v1/uploads').catch(() => null))?.items[0] ?? null;

testWhere(
  REAL_ENGINES,
  'when each replica is killed in the middle of an upload into S3, then it goes on and becomes one asset',
  async () => {
    const headers = await headersOf();
    const uploaded = new Promise<string>((resolve, reject) => {
      const upload = new Upload(CONTENT, {
        endpoint: `${door.url}/api/v1/uploads`,
        headers,
        metadata: { filename: 'film.bin' },
        chunkSize: 12_000_000,
        retryDelays: Array.from({ length: 200 }, () => 300),
        onSuccess: () => resolve(new URL(upload.url ?? '').pathname),
        onError: reject,
      });
      upload.start();
    });
    for (const replica of [...replicas]) {
      const before = (await myUpload())?.receivedByteSize ?? 0;
      const moved = async () =>
        ((await myUpload())?.receivedByteSize ?? CONTENT.length) > before ? true : null;
      await until('more is kept', moved, PATIENCE_MS);
      replica.signal('SIGKILL');
      await replica.ended();
      replica.start();
      await replica.ready();
    }
    const path = await uploaded;
    const done = async () => {
      const view = await read<UploadView>(path).catch(() => null);
      return view?.state === 'done' ? view : null;
    };
    const { assetId } = await until('it is an asset', done, PATIENCE_MS);
    const list = await read<{ items: { id: string; sha256: string }[]; total: number }>('/api/v1/assets');
    const sha256 = createHash('sha256').update(CONTENT).digest('hex');
    expect(list).toMatchObject({ total: 1, items: [{ id: assetId, sha256, byteSize: CONTENT.length }] });
    expect(running()).toHaveLength(2);
  },
  TIMEOUT_MS,
);
