import { serviceSettings } from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';

/** The environment of the process of identity. */
export const IdentityConfig = z.object({
  ...serviceSettings,
});
