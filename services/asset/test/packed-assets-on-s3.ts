import { expect } from '@jest/globals';
import { PACK_PREFIX, openBucketPacks } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import { collect } from '@vitrine/platform/testing/object-store-steps.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { useAssetsOnS3 } from './assets-on-s3.ts';

export interface UploadedAsset {
  id: string;
  key: string;
}

/** The asset service on a bucket whose small objects are packed when a test says so. */
export const usePackedAssetsOnS3 = () => {
  const on = useAssetsOnS3(({ store }) => store);
  const { assets, s3 } = on;
  return {
    ...on,
    upload: async (name: string, content = `the content of ${name}`): Promise<UploadedAsset> => {
      const { body, status } = await assets().upload({ name, content: Buffer.from(content) });
      expect(status).toBe(201);
      const asset = await assets().database.repositories.assets.byId(body.id);
      return { id: body.id, key: asset?.objectKey ?? '' };
    },
    pack: () => assets().runJob('asset.pack-objects'),
    check: () => assets().runJob('asset.check-packs'),
    packKeys: () => collect(s3().store.list(PACK_PREFIX)),
    /** As who downloads them finds them now. */
    arePacked: async (...all: readonly UploadedAsset[]): Promise<boolean[]> => {
      const packs = openBucketPacks(s3().store, { log: quietLog });
      await packs.look();
      return all.map(({ key }) => packs.placeOf(key) !== null);
    },
    leftToDelete: () => assets().database.sql.query('TABLE object_to_delete'),
    writtenDown: async (): Promise<string[]> => {
      const rows = await assets().database.sql.query<{ pack: string }>(
        'SELECT DISTINCT pack_key AS pack FROM packed_object',
      );
      return rows.map(({ pack }) => pack);
    },
  };
};
