import { beforeAll, beforeEach, expect } from '@jest/globals';
import {
  type BucketPacks,
  PACK_PREFIX,
  openBucketPacks,
  putPack,
} from '@vitrine/platform/objects/packs/bucket-packs.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { createRangedSource } from './ranged-source.ts';
import { itBringsAnArchive } from './testing/archive-through-trouble.ts';
import { patterned } from './testing/archives.ts';
import { itIsAnObjectSource } from './testing/object-source-conformance.ts';
import { files, useRangedDownloads, whole } from './testing/ranged-downloads.ts';
import { s3Server, useStoreBehindLink } from './testing/store-behind-link.ts';

const s3 = useStoreBehindLink();
let packs: BucketPacks;
const packed = (name: string): string => `${PACK_PREFIX}${name}`;

itIsAnObjectSource(async () => {
  const { store, put } = s3();
  const own = openBucketPacks(store, { log: quietLog });
  const source = createRangedSource({ signedRead: store.signedRead, packs: own });
  return {
    source,
    put: async (key, content) => {
      await put(key, content);
      if (key !== 'small') return;
      await store.delete(packed('conformance'));
      await putPack(store, packed('conformance'), ['small']);
      await own.look();
    },
    close: () => source.close(),
  };
}, s3Server);

if (s3Server.met)
  beforeEach(() => {
    packs = openBucketPacks(s3().store, { log: quietLog });
  });
const downloads = useRangedDownloads(s3, s3Server, () => packs);
/** Of two packs, so that one can go: the objects of the archive that are small, some in another order. */
if (s3Server.met) {
  beforeAll(async () => {
    const keys = files.flatMap(({ content }, index) =>
      content.length > 0 && content.length < 65_536 ? [`zip/${index}`] : [],
    );
    await putPack(s3().store, packed('a'), keys.slice(0, 80));
    await putPack(s3().store, packed('b'), keys.slice(80).reverse());
  });
  beforeEach(() => packs.look());
}

itBringsAnArchive(s3, downloads, s3Server);

testWhere(s3Server, 'when a pack is gone, then what was in it is read object by object', async () => {
  await s3().store.delete(packed('a'));
  expect(await downloads.download()).toMatchObject({ sha256: whole, failure: undefined });
  expect(packs.placeOf('zip/5')).toBeNull();
  expect(packs.placeOf('zip/120')).not.toBeNull();
  expect(downloads.retryCount()).toBe(0);
});

testWhere(
  s3Server,
  'when a pack is another than it was, then what was in it is read object by object',
  async () => {
    await s3().put(packed('b'), patterned(200_000));
    expect(await downloads.download()).toMatchObject({ sha256: whole, failure: undefined });
  },
);
