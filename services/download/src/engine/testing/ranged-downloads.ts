import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Requirement } from '@vitrine/platform/testing/requires.ts';
import { layOut } from '../layout.ts';
import type { SmallObjectPacks } from '../pack-runs.ts';
import { type RangedSource, createRangedSource } from '../ranged-source.ts';
import type { SendFailure } from '../send-failure.ts';
import type { SendRange } from '../sender.ts';
import { createSlabPool } from '../slab-pool.ts';
import { archiveFile } from '../virtual-file.ts';
import { aStoredFile, bytesOf, patterned } from './archives.ts';
import { serveFile } from './served-file.ts';
import type { StoreBehindLink } from './store-behind-link.ts';

/** Objects `zip/0`, `zip/1` … of a store: large ones, an empty one and many small ones. */
export const files = [
  aStoredFile('big.bin', patterned(3_000_000)),
  aStoredFile('empty.bin', ''),
  ...Array.from({ length: 150 }, (_, index) => aStoredFile(`${index}.bin`, patterned(index * 100, index))),
  aStoredFile('bigger.bin', patterned(9_000_000, 7)),
];
export const archive = archiveFile(layOut(files.map(({ entry }) => entry)), (index) => `zip/${index}`);

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The SHA-256 of the archive as it has to be. */
export const whole = sha256Of(
  bytesOf(archive, (objectKey, offset, length) =>
    files[Number(objectKey.slice(4))]!.content.subarray(offset, offset + length),
  ),
);

/** Downloads of the archive from a store behind a link, with a source of its own for each test. */
export const useRangedDownloads = (
  s3: () => StoreBehindLink,
  requirement: Requirement,
  packs?: () => SmallObjectPacks,
) => {
  const pool = createSlabPool({ mostLarge: 4 });
  let source: RangedSource;
  let retryCount: number;
  if (requirement.met) {
    beforeAll(async () => {
      await Promise.all(files.map(({ content }, index) => s3().put(`zip/${index}`, content)));
    });
    beforeEach(() => {
      retryCount = 0;
      const onRetry = () => (retryCount += 1);
      const { signedRead } = s3().store;
      const laterDelaysMs = [50, 250, 1_000, 2_000];
      const times = { stallMs: 2_000, laterDelaysMs };
      source = createRangedSource({ signedRead, ...times, onRetry, ...(packs && { packs: packs() }) });
    });
    afterEach(async () => {
      s3().link.heal();
      await source.close();
      expect(pool.inUse()).toEqual({ small: 0, large: 0 });
    });
  }
  return {
    source: () => source,
    retryCount: () => retryCount,
    /** Downloads all of it; answers the SHA-256 of what came, or how it failed. */
    download: async (overrides: Partial<SendRange> = {}) => {
      const { signal } = new AbortController();
      const sending = { file: archive, from: 0, to: archive.byteSize, source, pool, signal, ...overrides };
      const { url, outcome, close } = await serveFile(sending);
      const body = await fetch(url)
        .then((response) => response.bytes())
        .catch(() => null);
      await close();
      return { sha256: body && sha256Of(body), failure: (await outcome()) as SendFailure | undefined };
    },
  };
};

/** Calls what is given when so many bytes were handed over, once each. */
export const at = (points: readonly number[], disturb: () => void): Partial<SendRange> => {
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
