import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetFacts } from '@vitrine/contracts';
import { anonymous } from '../../services/download/test/testing/open-bench.ts';
import { type FaultyStore, type Fault, openFaultyStore } from './faulty-store.ts';
import { READERS } from './readers.ts';
import { type TwoDoors, openTwoDoors } from './two-doors.ts';

const BYTE_SIZE = 3_000_000;
const MIDDLE = 1_500_000;

let store: FaultyStore;
/** Who gives a silent store up at once, for what never gets well, and who waits, for what does. */
let doors: TwoDoors;
let patient: TwoDoors;
let folder: string;
beforeAll(async () => {
  store = await openFaultyStore();
  const waiting = (stallMs: number) => ({
    objects: store.store,
    storeLimits: { stallMs, retryDelaysMs: [10, 20, 40] },
  });
  doors = await openTwoDoors(waiting(300));
  patient = await openTwoDoors(waiting(3_000));
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-fails-'));
});
afterAll(async () => {
  await doors.close();
  await patient.close();
  store.close();
  await rm(folder, { recursive: true });
});

/** A download of somebody's own, which fails as it is told. */
const failing = async ({ bench, planned }: TwoDoors, kind: 'file' | 'zip', fault: Fault) => {
  const mia = bench.user();
  const asset = await bench.asset(mia, 'a.bin', {}, BYTE_SIZE);
  const others: AssetFacts[] = kind === 'file' ? [] : [await bench.asset(mia, 'b.bin')];
  const url = await planned(mia, [asset, ...others]);
  store.fail(asset.objectKey, fault);
  return url;
};

type Case = [how: Fault['how'], at: number, door: Door];
const cases: Case[] = (['cut', 'stall', 'changed', 'missing'] as const).flatMap((how) =>
  [0, MIDDLE].flatMap((at): Case[] => [
    [how, at, 'directly'],
    [how, at, 'through the gateway'],
  ]),
);

type Door = keyof TwoDoors['doors'];

let readCount = 0;
const everyReader = async (at: TwoDoors, door: Door, kind: 'file' | 'zip', fault: Fault) => {
  const headers = await at.bench.headersOf(anonymous);
  return Promise.all(
    Object.entries(READERS).map(async ([reader, read]) => {
      const url = `${at.doors[door]}${await failing(at, kind, fault)}`;
      readCount += 1;
      return { reader, ...(await read({ url, headers, file: path.join(folder, `${readCount}`) })) };
    }),
  );
};

// A zip begins with bytes of its own, so that its first object is in the middle already.
const isErrorOf = (kind: 'file' | 'zip', at: number) => kind === 'file' && at === 0;

test.each(cases)(
  'when the source fails for good (%s, from byte %i on), then nobody takes it for whole, %s',
  async (how, at, door) => {
    const everyKind = (['file', 'zip'] as const).map(async (kind) => ({
      kind,
      all: await everyReader(doors, door, kind, { how, at, times: Infinity }),
    }));
    for (const { kind, all } of await Promise.all(everyKind)) {
      for (const { reader, status, isTakenForWhole, body } of all) {
        const seen = { reader, kind, status, isTakenForWhole: status === 200 && isTakenForWhole };
        const expected = isErrorOf(kind, at) ? 503 : expect.any(Number);
        expect(seen).toEqual({ reader, kind, status: expected, isTakenForWhole: false });
        if (status === 503) expect(body.toString()).toContain('temporarily-unavailable');
        else expect(body.length).toBeLessThan(BYTE_SIZE);
      }
    }
  },
  180_000,
);

test.each<[Fault['how'], number, Door]>([
  ['cut', 3, 'directly'],
  ['cut', 3, 'through the gateway'],
  ['stall', 1, 'directly'],
  ['stall', 1, 'through the gateway'],
])(
  'when the source fails (%s, %i times) and is well again, then nobody notices, %s',
  async (how, times, door) => {
    const everywhere = [0, MIDDLE].map((at) => everyReader(patient, door, 'file', { how, at, times }));
    for (const { reader, status, isTakenForWhole, body } of (await Promise.all(everywhere)).flat())
      expect([reader, status, isTakenForWhole, body.length]).toEqual([reader, 200, true, BYTE_SIZE]);
  },
  180_000,
);
