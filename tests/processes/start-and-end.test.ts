import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { expect } from '@jest/globals';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { processesUnderTest } from '../support/processes-under-test.ts';
import type { ProcessName, ServiceProcess } from '../support/service-process.ts';
import { until } from '../support/until.ts';

const PATIENCE_MS = 60_000;
const ACTOR = { kind: 'service', service: 'test' } as const;

const { engines, settings, start, test } = processesUnderTest();
const statusOf = async (process: ServiceProcess) => (await process.readiness())?.status ?? null;
const saying = (process: ServiceProcess, message: string) =>
  until(`it says: ${message}`, async () => (process.said(message) ? true : null), PATIENCE_MS);

const BODY = '{"assetIds":[]}';
const HALF = 5;

/** A request whose body is not complete: the service has it in work until the rest comes. */
const halfRequest = async (url: string): Promise<ClientRequest> => {
  const headers = {
    [ACTOR_HEADER]: await createActorStatements(settings.ACTOR_KEY).sign(ACTOR, 'share'),
    'content-type': 'application/json',
    'content-length': String(BODY.length),
    expect: '100-continue',
  };
  const sent = request(`${url}/api/v1/shares/check`, { method: 'POST', headers });
  sent.on('error', () => undefined);
  sent.write(BODY.slice(0, HALF));
  await once(sent, 'continue');
  return sent;
};

test('when an engine is not there at the start, then it is waited for aloud, and the service gets ready when it comes', async () => {
  const port = await freePort();
  const absent = (address: string): string => Object.assign(new URL(address), { port: String(port) }).href;
  const { DATABASE_URL, AMQP_URL, REDIS_URL, S3_ENDPOINT } = engines().addresses;
  const engineUrls: [ProcessName, string, string][] = [
    ['identity', 'DATABASE_URL', DATABASE_URL],
    ['identity', 'AMQP_URL', AMQP_URL],
    ['asset', 'S3_ENDPOINT', S3_ENDPOINT],
    ['gateway', 'REDIS_URL', REDIS_URL],
  ];
  for (const [name, variable, address] of engineUrls) {
    const process = await start(name, { [variable]: absent(address) });
    await saying(process, 'waiting for');
    expect((await fetch(`${process.operationsUrl}/livez`)).status).toBe(200);
    expect(await process.readiness()).toMatchObject({ status: 503, body: { phase: 'starting' } });
    const link = await openFaultyLink({ port: Number(new URL(address).port), linkPort: port });
    await process.ready();
    process.signal('SIGKILL');
    await process.ended();
    await link.close();
  }
});

test('when it is told to end while it waits, then it ends', async () => {
  const port = await freePort();
  const process = await start('identity', { DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}` });
  await saying(process, 'waiting for');
  process.signal('SIGTERM');
  expect(await process.ended()).toBe(0);
});

const SOME_ID = '01890000-0000-7000-8000-000000000001';
const findUsers = async (url: string): Promise<number> => {
  const statement = await createActorStatements(settings.ACTOR_KEY).sign(ACTOR, 'identity');
  const headers = { [ACTOR_HEADER]: statement, 'content-type': 'application/json' };
  const body = JSON.stringify({ accountId: SOME_ID, userIds: [SOME_ID] });
  return (await fetch(`${url}/internal/users/find`, { method: 'POST', headers, body })).status;
};

test('when its database is lost and comes back, then it is alive, not ready, answers 503, and is ready again, and says so', async () => {
  const link = await openFaultyLink({ port: engines().database.port() });
  const process = await start('identity', { DATABASE_URL: link.through(engines().addresses.DATABASE_URL) });
  await process.ready();
  link.cut();
  await until('it is not ready', async () => ((await statusOf(process)) === 503 ? true : null), PATIENCE_MS);
  expect((await fetch(`${process.operationsUrl}/livez`)).status).toBe(200);
  expect(await findUsers(process.url)).toBe(503);
  link.heal();
  await process.ready();
  await saying(process, 'an engine does not answer');
  await saying(process, 'an engine is back');
  expect(await findUsers(process.url)).toBe(200);
  await link.close();
});

test('when the bus is lost, then each service says so and stays ready: a cluster would lead nobody to any of them', async () => {
  const link = await openFaultyLink({ port: Number(new URL(engines().addresses.AMQP_URL).port) });
  const process = await start('identity', { AMQP_URL: link.through(engines().addresses.AMQP_URL) });
  await process.ready();
  link.cut();
  const withoutBus = { status: 200, body: { status: 'ready', engines: { bus: false, database: true } } };
  await until(
    'it says so',
    async () => {
      const { engines: there } = (await process.readiness())?.body ?? {};
      return (there as { bus?: boolean } | undefined)?.bus === false ? true : null;
    },
    PATIENCE_MS,
  );
  expect(await process.readiness()).toMatchObject(withoutBus);
  expect(await findUsers(process.url)).toBe(200);
  link.heal();
  await saying(process, 'an engine is back');
  await link.close();
});

test('when it is told to end, then it is not ready first, serves on, ends what runs, and closes its engines last', async () => {
  const process = await start('share');
  await process.ready();
  const running = await halfRequest(process.url);
  process.signal('SIGTERM');
  await until('it is not ready', async () => ((await statusOf(process)) === 503 ? true : null), PATIENCE_MS);
  const served = await fetch(process.url);
  expect([served.status, served.headers.get('connection')]).toEqual([401, 'close']);
  const refused = () =>
    fetch(process.url).then(
      () => null,
      () => true,
    );
  await until('the door is closed', refused, PATIENCE_MS);
  const answered = once(running, 'response') as Promise<[IncomingMessage]>;
  running.end(BODY.slice(HALF));
  const [answer] = await answered;
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.complete || (await answer.toArray()).length > 0).toBe(true);
  expect(await process.ended()).toBe(0);
  const steps = process.lines().filter(({ msg }) => msg === 'ended');
  expect(steps.map(({ step }) => step).filter((step) => step !== 'watch')).toEqual([
    'withdrawal',
    'consuming',
    'door',
    'work',
    ...['database', 'bus'].sort((a, b) => indexOfStep(steps, a) - indexOfStep(steps, b)),
    'operations',
    'tracing',
  ]);
});

const indexOfStep = (steps: readonly Record<string, unknown>[], name: string): number =>
  steps.findIndex(({ step }) => step === name);

test('when it is told a second time, then it ends at once, whatever runs', async () => {
  const process = await start('share', { WITHDRAW_SECONDS: '0', DRAIN_SECONDS: '3600' });
  await process.ready();
  const running = await halfRequest(process.url);
  const broken = new Promise((resolve) => running.once('error', resolve));
  process.signal('SIGTERM');
  await saying(process, '"step":"consuming"');
  process.signal('SIGTERM');
  expect(await process.ended()).toBe(143);
  await broken;
});
