import { assetInternalContract, identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import { systemClock } from '@vitrine/platform/clock.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { runService } from '@vitrine/platform/service/run-service.ts';
import { storeAt } from '@vitrine/platform/service/store-at.ts';
import { DownloadConfig } from './config.ts';
import { downloadDatabase } from './download-repository.ts';
import { createDownloadService } from './service.ts';

await runService({
  name: 'download',
  settings: DownloadConfig,
  environment: process.env,
  database: downloadDatabase,
  create: async ({ config, database, log, connect, clientOf }) =>
    createDownloadService({
      database,
      objects: await connect('store', storeAt(config)),
      clients: {
        asset: clientOf('asset', assetInternalContract, config.ASSET_URL),
        share: clientOf('share', shareInternalContract, config.SHARE_URL),
        identity: clientOf('identity', identityInternalContract, config.IDENTITY_URL),
      },
      newId,
      clock: systemClock,
      log,
    }),
});
