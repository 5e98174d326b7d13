import { minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { startOwnPostgres } from '@vitrine/platform/testing/infrastructure/postgres.ts';
import { rabbitMq } from '@vitrine/platform/testing/infrastructure/rabbitmq.ts';
import { redis } from '@vitrine/platform/testing/infrastructure/redis.ts';
import { openPostOffice } from '@vitrine/platform/testing/post-office.ts';
import type { Requirement } from '@vitrine/platform/testing/requires.ts';

/** The engines of the distributed shape, of a test's own. */
export type RealEngines = Awaited<ReturnType<typeof startRealEngines>>;

const requirements = [rabbitMq, redis, minio].map(({ own }) => own.requirement);

/** That all of them can be started here. */
export const REAL_ENGINES: Requirement = {
  name: requirements.map(({ name }) => name).join('; '),
  met: requirements.every(({ met }) => met),
};

export const startRealEngines = async () => {
  const [broker, keyValue, store, database, mail] = await Promise.all([
    rabbitMq.own.start(),
    redis.own.start(),
    minio.own.start(),
    startOwnPostgres(),
    openPostOffice(),
  ]);
  return {
    broker,
    keyValue,
    store,
    database,
    mail,
    addresses: {
      DATABASE_URL: database.url(),
      AMQP_URL: broker.url,
      REDIS_URL: keyValue.url,
      S3_ENDPOINT: store.endpoint,
      S3_ACCESS_KEY: store.accessKey,
      S3_SECRET_KEY: store.secretKey,
      SMTP_URL: mail.url,
    },
    stop: async () => {
      await Promise.all([broker, keyValue, store, database].map((engine) => engine.stop()));
      await mail.close();
    },
  };
};
