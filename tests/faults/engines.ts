import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { startOwnPostgres } from '@vitrine/platform/testing/infrastructure/postgres.ts';
import { rabbitMqOfMachine } from '@vitrine/platform/testing/infrastructure/rabbitmq.ts';
import { redis } from '@vitrine/platform/testing/infrastructure/redis.ts';
import { type PostOffice, openPostOffice } from '@vitrine/platform/testing/post-office.ts';

/** Real engines, each behind a link that can fail. */
export interface FragileEngines {
  readonly broker: Awaited<ReturnType<typeof rabbitMqOfMachine.start>>;
  readonly database: Awaited<ReturnType<typeof startOwnPostgres>>;
  readonly redis: Awaited<ReturnType<typeof redis.own.start>>;
  readonly store: Awaited<ReturnType<typeof minio.own.start>>;
  readonly mail: PostOffice;
  readonly links: Record<'broker' | 'database' | 'redis' | 'store' | 'mail', FaultyLink>;
  /** The addresses by way of the links, as the processes are told them. */
  readonly addresses: {
    readonly DATABASE_URL: string;
    readonly AMQP_URL: string;
    readonly REDIS_URL: string;
    readonly S3_ENDPOINT: string;
    readonly S3_ACCESS_KEY: string;
    readonly S3_SECRET_KEY: string;
    readonly SMTP_URL: string;
  };
  readonly stop: () => Promise<void>;
}

/** What a run of faults needs of the machine. */
export const FRAGILE_ENGINES = [rabbitMqOfMachine, redis.own, minio.own].map(
  ({ requirement }) => requirement,
);

export const startFragileEngines = async (): Promise<FragileEngines> => {
  const [broker, database, redisServer, store, mail] = await Promise.all([
    rabbitMqOfMachine.start(),
    startOwnPostgres(),
    redis.own.start(),
    minio.own.start(),
    openPostOffice(),
  ]);
  const links = {
    broker: await openFaultyLink({ port: broker.port }),
    // PostgreSQL comes back on another port.
    database: await openFaultyLink({
      get port() {
        return database.port();
      },
    }),
    redis: await linkTo(redisServer.url),
    store: await linkTo(store.endpoint),
    mail: await linkTo(mail.url),
  };
  const engines = [broker, database, redisServer, store];
  return {
    broker,
    database,
    redis: redisServer,
    store,
    mail,
    links,
    addresses: {
      DATABASE_URL: links.database.through(database.url()),
      AMQP_URL: links.broker.through(broker.url),
      REDIS_URL: links.redis.through(redisServer.url),
      S3_ENDPOINT: new URL(links.store.through(store.endpoint)).origin,
      S3_ACCESS_KEY: store.accessKey,
      S3_SECRET_KEY: store.secretKey,
      SMTP_URL: links.mail.through(mail.url),
    },
    stop: async () => {
      await Promise.all(Object.values(links).map((link) => link.close()));
      await Promise.all([...engines.map((engine) => engine.stop()), mail.close()]);
    },
  };
};

const linkTo = (url: string): Promise<FaultyLink> => openFaultyLink({ port: Number(new URL(url).port) });
