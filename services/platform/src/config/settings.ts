import * as z from 'zod';
import { LOG_LEVELS, type LogLevel } from '../log/log.ts';

/** Settings that several processes have in common, by the names they have in the environment. */

const NOT_A_PORT = 'has to be a number from 0 to 65535';

/** A text that has no value by itself. */
export const requiredText = z.string({ error: 'has to be set' });

/** A port to listen on; 0 takes a free one. */
export const port = z.coerce
  .number({ error: NOT_A_PORT })
  .int(NOT_A_PORT)
  .min(0, NOT_A_PORT)
  .max(65_535, NOT_A_PORT);

/** An address with one of the protocols; the example shows what one looks like. */
export const address = (protocol: RegExp, example: string) =>
  z.url({
    protocol,
    error: ({ input }) => (input === undefined ? 'has to be set' : `has to be an address like ${example}`),
  });

/** A whole number of something, for instance seconds. */
export const wholeNumber = (least: number, most: number) => {
  const error = `has to be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
};

export const logLevel = z.enum(LOG_LEVELS as [LogLevel, ...LogLevel[]], {
  error: `has to be one of ${LOG_LEVELS.join(', ')}`,
});

export const databaseAddress = address(/^postgres(ql)?$/, 'postgresql://user:password@host:5432');
export const brokerAddress = address(/^amqps?$/, 'amqp://user:password@host:5672');
export const redisAddress = address(/^rediss?$/, 'redis://:password@host:6379');
export const storeAddress = address(/^https?$/, 'https://s3.example.com');
export const mailAddress = address(/^smtps?$/, 'smtp://user:password@host:587');

/** Where people reach the portal, without a slash at the end: it stands at the root of a host, and nowhere below. */
export const publicAddress = address(/^https?$/, 'https://assets.example.com')
  .transform((url) => url.replace(/\/+$/, ''))
  .refine((url) => /^https?:\/\/[^/?#@]+$/i.test(url), {
    error: 'has to be an address like https://assets.example.com, without a path',
  });

/** From whom mails come: an address, or one in pointed brackets behind a name. */
export const mailSender = z
  .string()
  .regex(/^(?:[^<>\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, {
    error: 'has to be an address like Vitrine <assets@example.com>',
  });

export const trustedProxies = wholeNumber(0, 10)
  .default(0)
  .describe('How many proxies of yours stand in front and append to X-Forwarded-For.');

export const uploadByteSizeMax = wholeNumber(1, Number.MAX_SAFE_INTEGER)
  .default(50 * 1024 ** 3)
  .describe('The largest file that is taken, in bytes.');

export const collectorAddress = address(/^https?$/, 'http://collector:4318')
  .optional()
  .describe('A collector of OpenTelemetry, over HTTP. Unset: no traces are sent.');

/** What every process of the distributed shape is told. */
export const processSettings = {
  PORT: port.default(3000).describe('Port of its HTTP interface.'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on.'),
  OPERATIONS_PORT: port.default(9090).describe('Port of `/livez`, `/readyz` and `/metrics`.'),
  ACTOR_KEY: requiredText
    .min(32, 'has to have at least 32 characters')
    .describe('Signs and verifies who acts; the same for all processes of a system. A secret.'),
  LOG_LEVEL: logLevel.default('info').describe('What is logged, as JSON lines on standard output.'),
  WITHDRAW_SECONDS: wholeNumber(0, 300)
    .default(5)
    .describe('For how long it goes on serving after SIGTERM, while balancers learn that it is not ready.'),
  DRAIN_SECONDS: wholeNumber(0, 86_400)
    .default(20)
    .describe('For how long running requests may take to end after that; the rest is reset.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorAddress,
};

/** What a service with a database and a part in the events is told. */
export const serviceSettings = {
  ...processSettings,
  DATABASE_URL: databaseAddress.describe(
    'A PostgreSQL server. The database of the service is made on it where it is missing. Holds a secret.',
  ),
  AMQP_URL: brokerAddress.describe('RabbitMQ, 3.10 or later. Holds a secret.'),
};

/** What a process that reads and writes files is told. */
export const storeSettings = {
  S3_ENDPOINT: storeAddress.describe('Any store that speaks S3.'),
  S3_REGION: z.string().default('us-east-1').describe('Its region.'),
  S3_BUCKET: z.string().default('vitrine').describe('The bucket; made where it is missing.'),
  S3_ACCESS_KEY: requiredText.describe('Who we are to the store.'),
  S3_SECRET_KEY: requiredText.describe('The key to that. A secret.'),
};

/** Where another service answers. */
export const serviceAddress = (name: string) =>
  address(/^https?$/, `http://${name}:3000`)
    .default(`http://${name}:3000`)
    .describe(`Where ${name} answers.`);
