import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { PACK_PREFIX, putPack } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { s3Server, useStoreBehindLink } from '../src/engine/testing/store-behind-link.ts';
import { ask } from './testing/ask.ts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';
import { readRest } from './testing/slow-reader.ts';

const s3 = useStoreBehindLink();

let bench: Bench;
let mia: UserActor;
let assets: AssetFacts[];
if (s3Server.met) {
  beforeAll(async () => {
    bench = await openBench({ objects: s3().store });
    mia = bench.user();
    assets = [
      await bench.asset(mia, 'a.png'),
      await bench.asset(mia, 'big.bin', {}, 12_000_000),
      ...(await Promise.all(
        Array.from({ length: 40 }, (_, index) => bench.asset(mia, `${index}.png`, {}, 10_240)),
      )),
    ];
  });
  afterEach(() => s3().link.heal());
  afterAll(() => bench.close());
}

const planned = (of: readonly AssetFacts[] = assets) =>
  bench.downloads.prepare({ assetIds: of.map(({ assetId }) => assetId) }, as(mia));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

testWhere(
  s3Server,
  'when files are in a bucket, then a zip of them is whole, and any range of it the same',
  async () => {
    const { url, byteSize } = await planned();
    const whole = await bench.get(url);
    expect([whole.status, whole.body.length]).toEqual([200, byteSize]);
    for (const [from, to] of [
      [0, 0],
      [2_000, 2_400],
      [1_000_000, 3_000_000],
      [byteSize - 300_000, byteSize - 1],
    ] as const) {
      const { status, body } = await bench.get(url, { headers: { range: `bytes=${from}-${to}` } });
      expect([status, sha256(body)]).toEqual([206, sha256(whole.body.subarray(from, to + 1))]);
    }
  },
);

testWhere(s3Server, 'when one asset is asked for, then it is that file', async () => {
  const { url, byteSize } = await planned(assets.slice(1, 2));
  const { body } = await bench.get(url);
  expect([body.length, sha256(body)]).toEqual([byteSize, assets[1]!.sha256]);
});

testWhere(
  s3Server,
  'when an object is gone, then it is an error before the first byte, else a reset',
  async () => {
    const gone = await bench.asset(mia, 'gone.bin', {}, 300_000);
    const [alone, amongOthers] = [await planned([gone]), await planned([...assets, gone])];
    await s3().store.delete(gone.objectKey);
    expect(await bench.get(alone.url)).toMatchObject({ status: 503, code: 'temporarily-unavailable' });
    expect(await readRest(await bench.begin(amongOthers.url))).toMatchObject({ error: 'ECONNRESET' });
  },
);

testWhere(
  s3Server,
  'when the store is away in the middle, then what came is resumed later to the byte',
  async () => {
    const { link } = s3();
    const { url, byteSize } = await planned();
    const whole = await bench.get(url);
    const response = await bench.begin(url);
    const [beginning] = (await once(response, 'data')) as [Buffer];
    link.cut();
    const { byteSize: more, error } = await readRest(response);
    expect(error).toBe('ECONNRESET');
    link.heal();
    const from = beginning.length + more;
    expect(from).toBeLessThan(byteSize);
    const rest = await bench.get(url, {
      headers: { range: `bytes=${from}-`, 'if-range': whole.headers.etag ?? '' },
    });
    expect([rest.status, sha256(rest.body)]).toEqual([206, sha256(whole.body.subarray(from))]);
  },
);

testWhere(
  s3Server,
  'when small files lie in a pack too, then a process that knows it sends them from there',
  async () => {
    const { store } = s3();
    const few = await Promise.all(
      Array.from({ length: 5 }, (_, index) => bench.asset(mia, `packed ${index}.png`)),
    );
    const { url } = await planned(few);
    const whole = await bench.get(url);
    await putPack(
      store,
      `${PACK_PREFIX}1`,
      few.map(({ objectKey }) => objectKey),
    );
    const other = await bench.startAnother();
    await Promise.all(few.map(({ objectKey }) => store.delete(objectKey)));
    const headers = await bench.headersOf(anonymous);
    await eventually(async () => {
      const { status, body } = await ask(`${other.origin}${url}`, { headers });
      expect([status, sha256(body)]).toEqual([200, sha256(whole.body)]);
    });
    await other.stop();
  },
);
