import { expect } from '@jest/globals';
import { SUBSCRIPTIONS } from '@vitrine/contracts';
import { createRabbitmqBus } from '@vitrine/platform/bus/rabbitmq-bus.ts';
import { rabbitMq } from '@vitrine/platform/testing/infrastructure/rabbitmq.ts';
import { REDIS_PASSWORD, redisWithPassword } from '@vitrine/platform/testing/infrastructure/redis.ts';
import { readOnlyVersitygw } from '@vitrine/platform/testing/infrastructure/versitygw.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { processesUnderTest } from '../support/processes-under-test.ts';
import { startInVain, temporaryFolder } from '../support/running-vitrine.ts';
import type { ProcessName } from '../support/service-process.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 180_000;
const PATIENCE_MS = 60_000;
const { engines, start, test } = processesUnderTest();

/** The last line of a start that has to end by itself; nothing that it says holds the secret. */
const refusalOf = async (name: ProcessName, wrong: Record<string, string>, secret: string) => {
  const process = await start(name, wrong);
  expect(await process.ended()).toBe(1);
  expect(JSON.stringify(process.lines())).not.toContain(secret);
  return process.lines().at(-1)?.msg ?? '';
};

const withPassword = (address: string, password: string): string =>
  Object.assign(new URL(address), { password }).href;

test('when settings are missing or wrong, then the start ends with a sentence for each, without any value', async () => {
  const process = await start('asset', { ACTOR_KEY: 'too short', DRAIN_SECONDS: 'soon', S3_ENDPOINT: '' });
  expect(await process.ended()).toBe(1);
  expect(process.lines().map(({ msg }) => msg)).toEqual([
    'It did not start. The configuration is not usable. ACTOR_KEY: has to have at least 32 characters; DRAIN_SECONDS: has to be a whole number from 0 to 86400; S3_ENDPOINT: has to be set',
  ]);
});

test('when an engine refuses the password, then the start ends with a sentence that names the setting', async () => {
  const { DATABASE_URL, AMQP_URL } = engines().addresses;
  const wrong = 'not-the-password';
  for (const [name, variable, value] of [
    ['identity', 'DATABASE_URL', withPassword(DATABASE_URL, wrong)],
    ['identity', 'AMQP_URL', withPassword(AMQP_URL, wrong)],
    ['asset', 'S3_SECRET_KEY', wrong],
  ] as const)
    expect(await refusalOf(name, { [variable]: value }, wrong)).toMatch(
      new RegExp(`^It did not start\\. .*${variable}`),
    );
});

testWhere(
  redisWithPassword.requirement,
  'when Redis refuses the password, then no start goes on without it, and a sentence says so',
  async () => {
    const redis = await redisWithPassword.start();
    const REDIS_URL = withPassword(redis.url, 'not-the-password');
    const sentence = /Redis at 127\.0\.0\.1:\d+ refuses the password: mend REDIS_URL\./;
    expect(await refusalOf('gateway', { REDIS_URL }, 'not-the-password')).toMatch(sentence);
    const alone = await startInVain({ DATA_DIR: await temporaryFolder(), REDIS_URL, DEMO: '0', PORT: '0' });
    expect(alone).toMatchObject({ code: 1, printed: expect.stringMatching(sentence) });
    const process = await start('gateway', { REDIS_URL: withPassword(redis.url, REDIS_PASSWORD) });
    await process.ready();
    await redis.stop();
  },
  TIMEOUT_MS,
);

test('when the bucket is missing, then it is made; where its name is none, a sentence says so', async () => {
  const process = await start('asset', { S3_BUCKET: 'made-at-the-start' });
  await process.ready();
  expect(await process.readiness()).toMatchObject({ body: { engines: { store: true } } });
  expect(await refusalOf('asset', { S3_BUCKET: 'No_Bucket' }, engines().store.secretKey)).toMatch(
    /^It did not start\. The object store does not accept the name of the bucket\. Check S3_BUCKET\.$/,
  );
});

testWhere(
  readOnlyVersitygw.requirement,
  'when the bucket is missing and may not be made, then the start ends with a sentence',
  async () => {
    const store = await readOnlyVersitygw.start();
    const settings = {
      S3_ENDPOINT: store.endpoint,
      S3_ACCESS_KEY: store.accessKey,
      S3_SECRET_KEY: store.secretKey,
      S3_BUCKET: 'not-there',
    };
    expect(await refusalOf('asset', settings, store.secretKey)).toBe(
      'It did not start. The object store has no bucket not-there, and does not let this access key make it. Make it, or check S3_BUCKET.',
    );
    await store.stop();
  },
  TIMEOUT_MS,
);

test('when the database is in another encoding than UTF-8, then the start ends with a sentence', async () => {
  const { DATABASE_URL } = engines().addresses;
  await runSql(DATABASE_URL, `CREATE DATABASE vitrine_share ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
  expect(await refusalOf('share', {}, new URL(DATABASE_URL).password)).toMatch(
    /^It did not start\. The database vitrine_share at 127\.0\.0\.1:\d+ has the encoding LATIN1; it has to be UTF8/,
  );
  await runSql(DATABASE_URL, 'DROP DATABASE vitrine_share');
});

/** Another bus's queue of the name that ours gives to what the broker gave up on; it has more settings than ours. */
const declareOtherwise = async (url: string, name: string): Promise<void> => {
  const signal = new AbortController().signal;
  const bus = await createRabbitmqBus({ url, log: quietLog, signal, queues: [{ name, types: [] }] });
  await bus.start();
  await bus.whenOpen();
  await bus.stop();
};

test('when a queue is in the broker with other settings, then who listens to it ends, and others are not ready and say so', async () => {
  const { name = '' } = SUBSCRIPTIONS.find((each) => each.name.startsWith('share.')) ?? {};
  // One of its own: on that of the other tests the queues are there already, with our settings.
  const broker = await rabbitMq.own.start();
  await declareOtherwise(broker.url, `${name}.dead`);
  const sentence = `The queue ${name}.dead is in the broker with other settings than ours`;
  const settings = { AMQP_URL: broker.url };
  expect(await refusalOf('share', settings, 'guest:guest')).toContain(`It did not start. ${sentence}`);
  const other = await start('identity', settings);
  await until('it says so', async () => (other.said(sentence) ? true : null), PATIENCE_MS);
  expect(await other.readiness()).toMatchObject({ status: 503 });
  await broker.stop();
});
