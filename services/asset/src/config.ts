import {
  serviceAddress,
  serviceSettings,
  storeSettings,
  uploadByteSizeMax,
} from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';

/** The environment of the process of asset. */
export const AssetConfig = z.object({
  ...serviceSettings,
  ...storeSettings,
  UPLOAD_BYTES_MAX: uploadByteSizeMax,
  SHARE_URL: serviceAddress('share'),
});
