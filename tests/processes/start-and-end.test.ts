import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { quietPort } from '../support/quiet-port.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from '../support/real-engines.ts';
import { type ProcessName, type ServiceProcess, startServiceProcess } from '../support/service-process.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 180_000;
const PATIENCE_MS = 60_000;
const SETTINGS = {
  ACTOR_KEY: 'the-key-of-a-system-for-tests-only',
  PUBLIC_URL: 'http://portal.example',
  WITHDRAW_SECONDS: '1',
  DRAIN_SECONDS: '60',
};
const ACTOR = { kind: 'service', service: 'test' } as const;

let engines: RealEngines;
const started: ServiceProcess[] = [];
const start = async (name: ProcessName, settings: Record<string, string> = {}): Promise<ServiceProcess> => {
  const process = await startServiceProcess(name, { ...engines.addresses, ...SETTINGS, ...settings });
  started.push(process);
  return process;
};

beforeAll(async () => {
  if (REAL_ENGINES.met) engines = await startRealEngines();
}, TIMEOUT_MS);
afterEach(() => {
  for (const process of started.splice(0)) if (process.isRunning()) process.signal('SIGKILL');
});
afterAll(async () => {
  if (REAL_ENGINES.met) await engines.stop();
});

const test = (name: string, run: () => Promise<void>) => testWhere(REAL_ENGINES, name, run, TIMEOUT_MS);
const statusOf = async (process: ServiceProcess) => (await process.readiness())?.status ?? null;
const lastWords = (process: ServiceProcess) => process.lines().map(({ msg }) => msg);
const saying = (process: ServiceProcess, message: string) =>
  until(`it says: ${message}`, async () => (process.said(message) ? true : null), PATIENCE_MS);

const BODY = '{"assetIds":[]}';
const HALF = 5;

/** A request whose body is not complete: the service has it in work until the rest comes. */
const halfRequest = async (url: string): Promise<ClientRequest> => {
  const headers = {
    [ACTOR_HEADER]: await createActorStatements(SETTINGS.ACTOR_KEY).sign(ACTOR),
    'content-type': 'application/json',
    'content-length': String(BODY.length),
  };
  const sent = request(`${url}/api/v1/shares/check`, { method: 'POST', headers });
  sent.on('error', () => undefined);
  sent.write(BODY.slice(0, HALF));
  await once(sent, 'socket');
  return sent;
};

test('when settings are missing or wrong, then the start ends with a sentence for each, without any value', async () => {
  const process = await start('asset', { ACTOR_KEY: 'too short', DRAIN_SECONDS: 'soon', S3_ENDPOINT: '' });
  expect(await process.ended()).toBe(1);
  expect(lastWords(process)).toEqual([
    'It did not start. The configuration is not usable. ACTOR_KEY: has to have at least 32 characters; DRAIN_SECONDS: has to be a whole number from 0 to 86400; S3_ENDPOINT: has to be set',
  ]);
});

test('when an engine refuses the password, then the start ends with a sentence that names the setting', async () => {
  const withPassword = (address: string): string =>
    Object.assign(new URL(address), { password: 'wrong' }).href;
  const { DATABASE_URL, AMQP_URL } = engines.addresses;
  const wrong: [ProcessName, string, string][] = [
    ['identity', 'DATABASE_URL', withPassword(DATABASE_URL)],
    ['identity', 'AMQP_URL', withPassword(AMQP_URL)],
    ['asset', 'S3_SECRET_KEY', 'wrong-secret-key'],
  ];
  for (const [name, variable, value] of wrong) {
    const process = await start(name, { [variable]: value });
    expect(await process.ended()).toBe(1);
    const last = process.lines().at(-1)?.msg ?? '';
    expect(last).toContain('It did not start.');
    expect(last).toContain(variable === 'S3_SECRET_KEY' ? 'S3_' : variable);
    expect(JSON.stringify(process.lines())).not.toContain(value);
  }
});

test('when an engine is not there at the start, then it is waited for aloud, and the service gets ready when it comes', async () => {
  const port = await quietPort();
  const absent = (address: string): string => Object.assign(new URL(address), { port: String(port) }).href;
  const { DATABASE_URL, AMQP_URL, REDIS_URL, S3_ENDPOINT } = engines.addresses;
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
  const port = await quietPort();
  const process = await start('identity', { DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}` });
  await saying(process, 'waiting for');
  process.signal('SIGTERM');
  expect(await process.ended()).toBe(0);
});

test('when its database is lost and comes back, then it is alive, not ready, and ready again, and says so', async () => {
  const link = await openFaultyLink({ port: engines.database.port() });
  const process = await start('identity', { DATABASE_URL: link.through(engines.addresses.DATABASE_URL) });
  await process.ready();
  link.cut();
  await until('it is not ready', async () => ((await statusOf(process)) === 503 ? true : null), PATIENCE_MS);
  expect((await fetch(`${process.operationsUrl}/livez`)).status).toBe(200);
  link.heal();
  await process.ready();
  expect(process.said('an engine does not answer')).toBe(true);
  expect(process.said('an engine is back')).toBe(true);
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
