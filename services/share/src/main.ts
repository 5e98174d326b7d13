import { assetInternalContract, guestInternalContract, identityInternalContract } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { runService } from '@vitrine/platform/service/run-service.ts';
import { ShareConfig } from './config.ts';
import { createShareService } from './service.ts';
import { shareDatabase } from './share-repository.ts';

await runService({
  name: 'share',
  settings: ShareConfig,
  environment: process.env,
  database: shareDatabase,
  create: ({ config, database, clientOf }) =>
    createShareService({
      database,
      newId,
      clients: {
        asset: clientOf('asset', assetInternalContract, config.ASSET_URL),
        guest: clientOf('guest-invitation', guestInternalContract, config.GUEST_INVITATION_URL),
        identity: clientOf('identity', identityInternalContract, config.IDENTITY_URL),
      },
    }),
});
