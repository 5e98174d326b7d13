import {
  brokerAddress,
  collectorAddress,
  databaseAddress,
  logLevel,
  mailAddress,
  mailSender,
  port,
  publicAddress,
  redisAddress,
  storeSettings,
  trustedProxies,
  uploadByteSizeMax,
} from '@vitrine/platform/config/settings.ts';
import { bounceConfig, demandBounceConfig } from '@vitrine/guest-invitation/bounce-config.ts';
import { demandOidcConfig, oidcConfig } from '@vitrine/gateway/oidc-config.ts';
import * as z from 'zod';

const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = storeSettings;

/** The environment of the one-process shape. Everything has a value that works by itself. */
export const StandaloneConfig = z
  .object({
    PORT: port.default(8080).describe('Port of the page and the API.'),
    HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 lets other machines in.'),
    PUBLIC_URL: publicAddress
      .optional()
      .describe('The address that people use; links in mails begin with it. Unset: http://localhost:<PORT>.'),
    DATA_DIR: z.string().default('.vitrine').describe('Folder for everything that is kept.'),
    DATABASE_URL: databaseAddress
      .optional()
      .describe('A PostgreSQL server, one database per service. Unset: an embedded PostgreSQL in DATA_DIR.'),
    AMQP_URL: brokerAddress
      .optional()
      .describe('RabbitMQ. Unset: events go from service to service within the process.'),
    REDIS_URL: redisAddress.optional().describe('Redis, for sessions and limits. Unset: a file in DATA_DIR.'),
    S3_ENDPOINT: S3_ENDPOINT.optional().describe('Any store that speaks S3. Unset: files in DATA_DIR.'),
    S3_REGION,
    S3_BUCKET,
    S3_ACCESS_KEY: S3_ACCESS_KEY.optional().describe('Who we are to the store; needed with S3_ENDPOINT.'),
    S3_SECRET_KEY: S3_SECRET_KEY.optional().describe('The key to that; needed with S3_ENDPOINT.'),
    SMTP_URL: mailAddress
      .optional()
      .describe('Mail server. Unset: mails are kept and can be read at /mailbox.'),
    MAIL_FROM: mailSender.default('Vitrine <vitrine@localhost>').describe('Sender of the mails.'),
    ...bounceConfig,
    ...oidcConfig,
    DEMO: z
      .enum(['0', '1'], { error: 'has to be 0 or 1' })
      .default('1')
      .describe('1: an empty database gets the demo account, users and sample assets.'),
    DEMO_PASSWORD: z
      .string()
      .min(8, 'has to have at least 8 characters')
      .max(200)
      .optional()
      .describe('The password of the demo users. Unset: made at random and printed.'),
    TRUSTED_PROXIES: trustedProxies,
    UPLOAD_BYTES_MAX: uploadByteSizeMax,
    LOG_LEVEL: logLevel.default('info').describe('What goes into vitrine.log in DATA_DIR.'),
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorAddress,
  })
  .superRefine((config, context) => {
    demandBounceConfig(config, context);
    demandOidcConfig(config, context);
    if (config.S3_ENDPOINT === undefined) return;
    for (const name of ['S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const)
      if (config[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'has to be set where S3_ENDPOINT is' });
  });
export type StandaloneConfig = z.infer<typeof StandaloneConfig>;

/** The address that people use. */
export const publicUrlOf = (config: StandaloneConfig, listeningPort: number): string =>
  config.PUBLIC_URL ?? `http://localhost:${listeningPort}`;
