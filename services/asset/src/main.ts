import { shareInternalContract } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { runService } from '@vitrine/platform/service/run-service.ts';
import { storeAt } from '@vitrine/platform/service/store-at.ts';
import { assetDatabase } from './asset-repository.ts';
import { AssetConfig } from './config.ts';
import { createAssetService } from './service.ts';

await runService({
  name: 'asset',
  settings: AssetConfig,
  environment: process.env,
  database: assetDatabase,
  create: async ({ config, database, log, metrics, connect, clientOf }) =>
    createAssetService({
      database,
      // Without it there are no pictures and uploads; lists, and who may what, are told all the same.
      store: await connect('store', storeAt(config, metrics), { isNeeded: false }),
      clients: { share: clientOf('share', shareInternalContract, config.SHARE_URL) },
      log,
      newId,
      uploadByteSizeMax: config.UPLOAD_BYTES_MAX,
    }),
});
