import { serviceAddress, serviceSettings } from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';

/** The environment of the process of activity. */
export const ActivityConfig = z.object({
  ...serviceSettings,
  SHARE_URL: serviceAddress('share'),
});
