import { shareInternalContract } from '@vitrine/contracts';
import { runService } from '@vitrine/platform/service/run-service.ts';
import { activityDatabase } from './activity-repository.ts';
import { ActivityConfig } from './config.ts';
import { createActivityService } from './service.ts';

await runService({
  name: 'activity',
  settings: ActivityConfig,
  environment: process.env,
  database: activityDatabase,
  create: ({ config, database, clientOf }) =>
    createActivityService({
      database,
      clients: { share: clientOf('share', shareInternalContract, config.SHARE_URL) },
    }),
});
