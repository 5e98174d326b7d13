import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { layOut } from './layout.ts';
import { type RangedSource, createRangedSource } from './ranged-source.ts';
import type { SendFailure } from './send-failure.ts';
import type { SendRange } from './sender.ts';
import { createSlabPool } from './slab-pool.ts';
import { aStoredFile, bytesOf, patterned } from './testing/archives.ts';
import { itIsAnObjectSource } from './testing/object-source-conformance.ts';
import { serveFile } from './testing/served-file.ts';
import { s3Server, useStoreBehindLink } from './testing/store-behind-link.ts';
import { archiveFile } from './virtual-file.ts';

const s3 = useStoreBehindLink();

itIsAnObjectSource(async () => {
  const { store, put } = s3();
  const source = createRangedSource({ signedRead: store.signedRead });
  return { source, put, close: () => source.close() };
}, s3Server);

const files = [
  aStoredFile('big.bin', patterned(3_000_000)),
  aStoredFile('empty.bin', ''),
  ...Array.from({ length: 150 }, (_, index) => aStoredFile(`${index}.bin`, patterned(index * 100, index))),
  aStoredFile('bigger.bin', patterned(9_000_000, 7)),
];
const archive = archiveFile(layOut(files.map(({ entry }) => entry)), (index) => `zip/${index}`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const whole = sha256(
  bytesOf(archive, (objectKey, offset, length) =>
    files[Number(objectKey.slice(4))]!.content.subarray(offset, offset + length),
  ),
);

let source: RangedSource;
let retryCount: number;
const pool = createSlabPool({ mostLarge: 4 });
if (s3Server.met) {
  beforeAll(async () => {
    await Promise.all(files.map(({ content }, index) => s3().put(`zip/${index}`, content)));
  });
  beforeEach(() => {
    retryCount = 0;
    const onRetry = () => (retryCount += 1);
    source = createRangedSource({ signedRead: s3().store.signedRead, stallMs: 1_000, onRetry });
  });
  afterEach(async () => {
    s3().link.heal();
    await source.close();
    expect(pool.inUse()).toEqual({ small: 0, large: 0 });
  });
}

/** Downloads all of it; answers the SHA-256 of what came, or how it failed. */
const download = async (overrides: Partial<SendRange> = {}) => {
  const { signal } = new AbortController();
  const sending = { file: archive, from: 0, to: archive.byteSize, source, pool, signal, ...overrides };
  const { url, outcome, close } = await serveFile(sending);
  const body = await fetch(url)
    .then((response) => response.bytes())
    .catch(() => null);
  await close();
  return { sha256: body && sha256(body), failure: (await outcome()) as SendFailure | undefined };
};

/** Calls what is given when so many bytes were handed over, once each. */
const at = (points: readonly number[], disturb: () => void): Partial<SendRange> => {
  const left = [...points];
  let sent = 0;
  return {
    onBytes: (byteSize) => {
      sent += byteSize;
      if (sent < (left[0] ?? Infinity)) return;
      left.shift();
      disturb();
    },
  };
};

testWhere(s3Server, 'when nothing happens, then the archive is the same to the byte', async () => {
  expect(await download()).toEqual({ sha256: whole, failure: undefined });
});

testWhere(s3Server, 'when the store is cut off three times, then the reader does not see it', async () => {
  const { link } = s3();
  link.throttle(4_000_000);
  const cuts = at([500_000, 3_200_000, 8_000_000], () => {
    link.cut();
    link.heal();
    link.throttle(4_000_000);
  });
  expect(await download(cuts)).toEqual({ sha256: whole, failure: undefined });
  expect(retryCount).toBeGreaterThanOrEqual(3);
});

testWhere(s3Server, 'when the store stalls for a while, then the reader does not see it', async () => {
  const { link } = s3();
  link.throttle(4_000_000);
  const stall = at([500_000], () => {
    link.stall();
    setTimeout(link.heal, 1_500);
  });
  expect(await download(stall)).toEqual({ sha256: whole, failure: undefined });
  expect(retryCount).toBeGreaterThan(0);
});

testWhere(s3Server, 'when the store does not come back, then the reader sees an error', async () => {
  const { sha256: received, failure } = await download(at([500_000], s3().link.cut));
  expect(received).toBeNull();
  expect(failure?.reason).toBe('source');
});

testWhere(
  s3Server,
  'when an object becomes another of the same size, then the reader sees an error',
  async () => {
    const { link } = s3();
    const last = files.length - 1;
    const replaced = s3().put(`zip/${last}`, patterned(9_000_000, 8));
    await replaced;
    const honest = await download();
    expect(honest.sha256).not.toBe(whole);
    let putBack: Promise<void> | undefined;
    const beginning = archive.byteSize - 8_500_000;
    const { sha256: received, failure } = await download({
      ...at([beginning], () => {
        // Nothing more is read before the object is the other one, and then by another request.
        link.stall();
        putBack = s3()
          .put(`zip/${last}`, files[last]!.content)
          .finally(() => {
            link.cut();
            link.heal();
          });
      }),
      beforeEntry: () => undefined,
    });
    await putBack;
    expect(received).toBeNull();
    expect(failure?.cause).toMatchObject({ name: 'ObjectChanged' });
  },
);

testWhere(s3Server, 'when it is called off at any point, then nothing is left of it', async () => {
  const { link } = s3();
  const others = link.connectionCount();
  for (const point of [1, 600_000, 3_100_000, 9_000_000]) {
    const abort = new AbortController();
    const { failure } = await download({ signal: abort.signal, ...at([point], () => abort.abort()) });
    expect(failure?.reason).toBe('aborted');
  }
  await source.close();
  await eventually(() => {
    expect(link.connectionCount()).toBeLessThanOrEqual(others);
  });
});
