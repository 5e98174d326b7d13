import { runService } from '@vitrine/platform/service/run-service.ts';
import { IdentityConfig } from './config.ts';
import { identityDatabase } from './identity-repository.ts';
import { createIdentityService } from './service.ts';

await runService({
  name: 'identity',
  settings: IdentityConfig,
  environment: process.env,
  database: identityDatabase,
  create: ({ database }) => createIdentityService({ database }),
});
