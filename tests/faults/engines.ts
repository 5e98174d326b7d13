import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { type RealEngines, startRealEngines } from '../support/real-engines.ts';

/** Real engines, each behind a link that can fail. */
export interface FragileEngines {
  readonly real: RealEngines;
  readonly links: Record<'broker' | 'database' | 'redis' | 'store' | 'mail', FaultyLink>;
  /** The addresses by way of the links, as the processes are told them. */
  readonly addresses: RealEngines['addresses'];
  readonly stop: () => Promise<void>;
}

export const startFragileEngines = async (): Promise<FragileEngines> => {
  const real = await startRealEngines();
  const { DATABASE_URL, AMQP_URL, REDIS_URL, S3_ENDPOINT, SMTP_URL } = real.addresses;
  const links = {
    broker: await linkTo(AMQP_URL),
    // PostgreSQL comes back on another port.
    database: await openFaultyLink({
      get port() {
        return real.database.port();
      },
    }),
    redis: await linkTo(REDIS_URL),
    store: await linkTo(S3_ENDPOINT),
    mail: await linkTo(SMTP_URL),
  };
  return {
    real,
    links,
    addresses: {
      ...real.addresses,
      DATABASE_URL: links.database.through(DATABASE_URL),
      AMQP_URL: links.broker.through(AMQP_URL),
      REDIS_URL: links.redis.through(REDIS_URL),
      S3_ENDPOINT: new URL(links.store.through(S3_ENDPOINT)).origin,
      SMTP_URL: links.mail.through(SMTP_URL),
    },
    stop: async () => {
      await Promise.all(Object.values(links).map((link) => link.close()));
      await real.stop();
    },
  };
};

const linkTo = (url: string): Promise<FaultyLink> => openFaultyLink({ port: Number(new URL(url).port) });
