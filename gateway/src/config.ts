import {
  brokerAddress,
  port,
  processSettings,
  publicAddress,
  redisAddress,
  serviceAddress,
  trustedProxies,
  wholeNumber,
} from '@vitrine/platform/config/settings.ts';
import * as z from 'zod';
import { demandOidcConfig, oidcConfig } from './oidc-config.ts';

/** The environment of the process of the gateway. */
export const GatewayConfig = z
  .object({
    ...processSettings,
    PORT: port.default(8080).describe('Port of the page and the API.'),
    DRAIN_SECONDS: wholeNumber(0, 86_400)
      .default(300)
      .describe('For how long running requests and downloads may take to end after that; the rest is reset.'),
    PUBLIC_URL: publicAddress.describe(
      'The address that people use; https here makes cookies go over https only.',
    ),
    TRUSTED_PROXIES: trustedProxies,
    AMQP_URL: brokerAddress.describe('RabbitMQ, 3.10 or later, for live events. Holds a secret.'),
    REDIS_URL: redisAddress.describe('Redis, for sessions and limits. Holds a secret.'),
    IDENTITY_URL: serviceAddress('identity'),
    ASSET_URL: serviceAddress('asset'),
    SHARE_URL: serviceAddress('share'),
    GUEST_INVITATION_URL: serviceAddress('guest-invitation'),
    DOWNLOAD_URL: serviceAddress('download'),
    ACTIVITY_URL: serviceAddress('activity'),
    ...oidcConfig,
  })
  .superRefine(demandOidcConfig);
