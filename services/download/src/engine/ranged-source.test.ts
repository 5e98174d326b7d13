import { expect } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { createRangedSource } from './ranged-source.ts';
import { largeSlabByteSize } from './slab-pool.ts';
import { patterned } from './testing/archives.ts';
import { itBringsAnArchive } from './testing/archive-through-trouble.ts';
import { itIsAnObjectSource } from './testing/object-source-conformance.ts';
import { archive, at, files, useRangedDownloads, whole } from './testing/ranged-downloads.ts';
import { s3Server, useStoreBehindLink } from './testing/store-behind-link.ts';

const s3 = useStoreBehindLink();

itIsAnObjectSource(async () => {
  const { store, put } = s3();
  const source = createRangedSource({ signedRead: store.signedRead });
  return { source, put, close: () => source.close() };
}, s3Server);

const downloads = useRangedDownloads(s3, s3Server);
const { download, source } = downloads;

itBringsAnArchive(s3, downloads, s3Server);

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
  // Before the last slab: with that, there is nothing more to call off.
  const latest = archive.byteSize - 2 * largeSlabByteSize;
  const anywhere = Array.from({ length: 12 }, () => Math.ceil(Math.random() * latest));
  for (const point of [1, 600_000, 3_100_000, 9_000_000, ...anywhere]) {
    const abort = new AbortController();
    const { failure } = await download({ signal: abort.signal, ...at([point], () => abort.abort()) });
    expect(failure?.reason).toBe('aborted');
  }
  await source().close();
  await eventually(() => {
    expect(link.connectionCount()).toBeLessThanOrEqual(others);
  });
});
