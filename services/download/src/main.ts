import { assetInternalContract, identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import { systemClock } from '@vitrine/platform/clock.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { runService } from '@vitrine/platform/service/run-service.ts';
import { storeAt } from '@vitrine/platform/service/store-at.ts';
import { DownloadConfig } from './config.ts';
import { downloadDatabase } from './download-repository.ts';
import { countDownloads } from './observe-downloads.ts';
import { createDownloadService } from './service.ts';

await runService({
  name: 'download',
  settings: DownloadConfig,
  environment: process.env,
  database: downloadDatabase,
  create: async ({ config, database, log, metrics, connect, clientOf }) => {
    const service = createDownloadService({
      database,
      objects: await connect('store', storeAt(config, metrics)),
      clients: {
        asset: clientOf('asset', assetInternalContract, config.ASSET_URL),
        share: clientOf('share', shareInternalContract, config.SHARE_URL),
        identity: clientOf('identity', identityInternalContract, config.IDENTITY_URL),
      },
      newId,
      clock: systemClock,
      log,
      observer: countDownloads(metrics),
    });
    metrics.gauge({
      name: 'downloads_running',
      help: 'Answers with bytes that are going on.',
      read: service.runningCount,
    });
    return service;
  },
});
