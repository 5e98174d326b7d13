import {
  serviceAddress,
  serviceSettings,
  storeSettings,
  wholeNumber,
} from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';

/** The environment of the process of download. */
export const DownloadConfig = z.object({
  ...serviceSettings,
  ...storeSettings,
  DRAIN_SECONDS: wholeNumber(0, 86_400)
    .default(300)
    .describe(
      'For how long running downloads may take to end after that; the rest is reset and can be resumed.',
    ),
  ASSET_URL: serviceAddress('asset'),
  SHARE_URL: serviceAddress('share'),
  IDENTITY_URL: serviceAddress('identity'),
});
