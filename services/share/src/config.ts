import { serviceAddress, serviceSettings } from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';

/** The environment of the process of share. */
export const ShareConfig = z.object({
  ...serviceSettings,
  ASSET_URL: serviceAddress('asset'),
  GUEST_INVITATION_URL: serviceAddress('guest-invitation'),
  IDENTITY_URL: serviceAddress('identity'),
});
