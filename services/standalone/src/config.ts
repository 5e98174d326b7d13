import { LOG_LEVELS, type LogLevel } from '@vitrine/platform/log/log.ts';
import * as z from 'zod';

const port = z.coerce
  .number({ error: 'has to be a number from 0 to 65535' })
  .int()
  .min(0, 'has to be a number from 0 to 65535')
  .max(65_535, 'has to be a number from 0 to 65535');

const address = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `has to be an address like ${example}` });

const notYet = z.undefined({ error: 'this start cannot use it yet; leave it unset' }).optional();

/** The environment of the one-process shape. Everything has a value that works by itself. */
export const StandaloneConfig = z.object({
  PORT: port.default(8080).describe('Port of the page and the API.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 lets other machines in.'),
  PUBLIC_URL: address(/^https?$/, 'https://assets.example.com')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('The address that people use; links in mails begin with it. Unset: http://localhost:<PORT>.'),
  DATA_DIR: z.string().default('.vitrine').describe('Folder for everything that is kept.'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgresql://user:password@host:5432')
    .optional()
    .describe('A PostgreSQL server, one database per service. Unset: an embedded PostgreSQL in DATA_DIR.'),
  SMTP_URL: address(/^smtps?$/, 'smtp://user:password@host:587')
    .optional()
    .describe('Mail server. Unset: mails are kept and can be read at /mailbox.'),
  MAIL_FROM: z.string().default('Vitrine <vitrine@localhost>').describe('Sender of the mails.'),
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
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies of yours stand in front and append to X-Forwarded-For.'),
  UPLOAD_BYTES_MAX: z.coerce
    .number()
    .int()
    .positive()
    .default(50 * 1024 ** 3)
    .describe('The largest file that is taken, in bytes.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS as [LogLevel, ...LogLevel[]])
    .default('info')
    .describe('What goes into vitrine.log in DATA_DIR.'),
  AMQP_URL: notYet.describe('RabbitMQ; comes with the distributed shape.'),
  REDIS_URL: notYet.describe('Redis; comes with the distributed shape.'),
  S3_ENDPOINT: notYet.describe('S3; comes with the distributed shape.'),
});
export type StandaloneConfig = z.infer<typeof StandaloneConfig>;

/** The address that people use. */
export const publicUrlOf = (config: StandaloneConfig, listeningPort: number): string =>
  config.PUBLIC_URL ?? `http://localhost:${listeningPort}`;
