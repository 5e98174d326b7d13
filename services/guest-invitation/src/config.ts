import {
  mailAddress,
  mailSender,
  publicAddress,
  serviceAddress,
  serviceSettings,
} from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';
import { bounceConfig, demandBounceConfig } from './bounce-config.ts';

/** The environment of the process of guest-invitation. */
export const GuestInvitationConfig = z
  .object({
    ...serviceSettings,
    SMTP_URL: mailAddress.describe('Mail server. Holds a secret.'),
    MAIL_FROM: mailSender.default('Vitrine <vitrine@localhost>').describe('Sender of the mails.'),
    ...bounceConfig,
    PUBLIC_URL: publicAddress.describe('The address that people use; links in mails begin with it.'),
    SHARE_URL: serviceAddress('share'),
    IDENTITY_URL: serviceAddress('identity'),
  })
  .superRefine(demandBounceConfig);
