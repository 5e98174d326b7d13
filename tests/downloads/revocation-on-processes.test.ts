import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { DownloadView } from '@vitrine/contracts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from '../support/real-engines.ts';
import { type RunningDistributed, startDistributed } from '../support/running-distributed.ts';
import { DEMO_PASSWORD, commandLineWith } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 180_000;
const EMAIL = 'rita@revoked.test';
/** More than all kernels on the way hold for a reader who does not read: some keep 32 MiB at each end. */
const LARGE = 120_000_000;
/** Two seconds are promised; the rest is for a machine that does much else. */
const ENDS_WITHIN_MS = 4_000;

let engines: RealEngines;
let system: RunningDistributed;
let rita: ApiPerson;

beforeAll(async () => {
  if (!REAL_ENGINES.met) return;
  engines = await startRealEngines();
  system = await startDistributed({
    addresses: engines.addresses,
    only: ['identity', 'asset', 'share', 'download', 'gateway'],
  });
  const settings = { ...system.environment, DATA_DIR: 'no-folder-of-its-own' };
  for (const command of [
    ['account', 'create', 'revoked'],
    ['domain', 'create', 'revoked'],
    ['user', 'create', '--email', EMAIL, '--password', DEMO_PASSWORD, '--domain', 'revoked'],
  ])
    expect(await commandLineWith(settings, ...command)).toMatchObject({ code: 0 });
  // The gateway itself: what stands before it in tests is no proxy of ours.
  rita = await signedIn(system.of('gateway')[0]?.url ?? '', EMAIL);
}, TIMEOUT_MS);
afterAll(async () => {
  if (!REAL_ENGINES.met) return;
  await system.stop();
  await engines.stop();
}, TIMEOUT_MS);

/** Until it was looked at it is left out of a download. */
const uploaded = async (content: Uint8Array): Promise<string> => {
  const id = await until('the file is taken', async () => {
    const { status, body } = await rita.upload({ fileName: 'a.bin', content });
    return status === 201 ? String(body['id']) : null;
  });
  return until('it is available', async () => {
    const { availability } = await rita.get<{ availability: string }>(`/assets/${id}`);
    return availability === 'available' ? id : null;
  });
};

testWhere(
  REAL_ENGINES,
  'when an asset is made unavailable while it is downloaded through the gateway, then the download is reset, soon',
  async () => {
    const assetIds = [await uploaded(randomBytes(LARGE)), await uploaded(randomBytes(1_000))];
    const plan = await rita.post<DownloadView>('/downloads', { assetIds });
    expect(plan.excluded).toEqual([]);
    const answer = await rita.fetch(plan.url);
    expect(answer.status).toBe(200);
    const { status } = await rita.request('PATCH', `/assets/${assetIds[1] ?? ''}`, {
      availability: 'unavailable',
    });
    expect(status).toBe(200);
    const revokedAt = performance.now();
    const aborted = await until('it is aborted', async () => {
      const told = await rita.get<{ state: string }>(`/downloads/${plan.id}`);
      return told.state === 'aborted' ? told : null;
    });
    expect(performance.now() - revokedAt).toBeLessThan(ENDS_WITHIN_MS);
    expect(aborted).toMatchObject({ abortedBy: 'revocation' });
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect((await rita.fetch(plan.url)).status).toBe(410);
  },
  TIMEOUT_MS,
);
