import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { collect } from '@vitrine/platform/testing/object-store-steps.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { openS3UnderTest } from '@vitrine/platform/testing/s3-under-test.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

type S3UnderTest = Awaited<ReturnType<typeof openS3UnderTest>>;

/** The asset service on a bucket, by the way to it that is chosen; both are empty before each test. */
export const useAssetsOnS3 = (storeOf: (s3: S3UnderTest) => ObjectStore) => {
  const { requirement } = minio;
  let s3: S3UnderTest;
  let assets: AssetServiceUnderTest;
  if (requirement.met) {
    beforeAll(async () => {
      s3 = await openS3UnderTest(minio);
      assets = await anAssetService(async () => storeOf(s3));
    });
    afterAll(async () => {
      await assets.close();
      await s3.close();
    });
    beforeEach(async () => {
      s3.faults.heal();
      const tables = 'asset, object_to_delete, packed_object, platform.outbox';
      await assets.database.sql.query(`TRUNCATE ${tables} CASCADE`);
      for (const key of await collect(s3.store.list(''))) await s3.store.delete(key);
    });
  }
  return {
    s3: () => s3,
    assets: () => assets,
    test: (name: string, run: () => Promise<void>) => testWhere(requirement, name, run),
    /** Whatever is to be deleted some time is due, and is deleted. */
    deleteDue: async () => {
      await assets.database.sql.query(
        "UPDATE object_to_delete SET delete_after = now() - interval '1 second'",
      );
      await assets.runJob('asset.delete-objects');
    },
  };
};
