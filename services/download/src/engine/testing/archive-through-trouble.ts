import { expect } from '@jest/globals';
import { type Requirement, testWhere } from '@vitrine/platform/testing/requires.ts';
import { at, type useRangedDownloads, whole } from './ranged-downloads.ts';
import type { StoreBehindLink } from './store-behind-link.ts';

/** What holds for a store of any kind behind a link that breaks. */
export const itBringsAnArchive = (
  s3: () => StoreBehindLink,
  downloads: ReturnType<typeof useRangedDownloads>,
  requirement: Requirement,
): void => {
  testWhere(requirement, 'when nothing happens, then the archive is the same to the byte', async () => {
    expect(await downloads.download()).toEqual({ sha256: whole, failure: undefined });
  });

  testWhere(
    requirement,
    'when the store is cut off three times, then the reader does not see it',
    async () => {
      const { link } = s3();
      link.throttle(4_000_000);
      const cuts = at([500_000, 3_200_000, 8_000_000], () => {
        link.cut();
        link.heal();
        link.throttle(4_000_000);
      });
      expect(await downloads.download(cuts)).toEqual({ sha256: whole, failure: undefined });
      expect(downloads.retryCount()).toBeGreaterThanOrEqual(3);
    },
  );

  testWhere(requirement, 'when the store stalls for a while, then the reader does not see it', async () => {
    const { link } = s3();
    link.throttle(4_000_000);
    const stall = at([500_000], () => {
      link.stall();
      setTimeout(link.heal, 2_500);
    });
    expect(await downloads.download(stall)).toEqual({ sha256: whole, failure: undefined });
    expect(downloads.retryCount()).toBeGreaterThan(0);
  });

  testWhere(
    requirement,
    'when the store is started again meanwhile, then the reader does not see it',
    async () => {
      const { link } = s3();
      link.throttle(4_000_000);
      const restart = at([500_000], () => {
        link.cut();
        setTimeout(link.heal, 2_000);
      });
      expect(await downloads.download(restart)).toEqual({ sha256: whole, failure: undefined });
    },
  );

  testWhere(requirement, 'when the store does not come back, then the reader sees an error', async () => {
    const { sha256: received, failure } = await downloads.download(at([500_000], s3().link.cut));
    expect(received).toBeNull();
    expect(failure?.reason).toBe('source');
  });
};
