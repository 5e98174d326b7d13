import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { expect } from '@jest/globals';
import { openDiskStore } from '@vitrine/platform/objects/disk-store.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { anAssetService } from './an-asset-service.ts';
import { tusCalls } from './tus-calls.ts';

export const CONTENT = randomBytes(700_001);

/** The asset service, and somebody who uploads {@link CONTENT} into it. */
export const anUploadBench = async () => {
  const faults = { refusesOriginals: false, pieceTakesMs: 0 };
  const assets = await anAssetService((folder) => aFaultyDisk(folder, faults));
  const tus = tusCalls(assets);
  const assetCount = async () => (await assets.list()).body.total;
  return {
    ...{ assets, tus, faults, assetCount },
    /** The asset that an upload became: the very bytes, with all their sums, once. */
    expectAsset: async (path: string) => {
      const view = await eventually(async () => {
        const shown = await tus.show(path);
        expect(shown).toMatchObject({ state: 'done', receivedByteSize: CONTENT.length, failure: null });
        return shown;
      });
      const asset = await assets.database.repositories.assets.byId(view.assetId ?? '');
      const sums = { sha256: createHash('sha256').update(CONTENT).digest('hex'), crc32: crc32(CONTENT) };
      expect(asset).toMatchObject({ byteSize: CONTENT.length, ...sums, createdBy: IDS.mia });
      expect(await assetCount()).toBe(1);
      if (asset === null) throw new Error('There is no asset.');
      return asset;
    },
    pieces: async () => (await assets.objectKeys()).filter((key) => key.startsWith('uploads/')),
    /** As on the first day. */
    empty: async () => {
      for (const key of await assets.objectKeys()) await assets.store.delete(key);
      await assets.database.sql.query('TRUNCATE asset, upload, object_to_delete, platform.outbox CASCADE');
    },
    close: async () => {
      for (const worker of assets.service.workers) await worker.stop();
      await assets.close();
    },
  };
};

export type UploadBench = Awaited<ReturnType<typeof anUploadBench>>;

interface Faults {
  refusesOriginals: boolean;
  pieceTakesMs: number;
}

/** A disk whose store of whole files can be out of order, and which can be slow with pieces. */
const aFaultyDisk = async (folder: string, faults: Faults): Promise<ObjectStore> => {
  const store = await openDiskStore(folder);
  return {
    ...store,
    put: async (key, content, options) => {
      if (key.startsWith('uploads/')) await pause(faults.pieceTakesMs);
      if (!faults.refusesOriginals || !key.startsWith('originals/')) return store.put(key, content, options);
      content.destroy();
      throw new Error('The disk is full.');
    },
  };
};
