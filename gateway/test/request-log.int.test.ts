import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { createLog } from '@vitrine/platform/log/log.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let folder: string;
let gateway: Gateway;
const logFile = () => path.join(folder, 'gateway.log');
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-log-'));
  const log = createLog({ service: 'gateway', level: 'info', destination: logFile() });
  gateway = await runGateway({ log, trustedProxies: 1 });
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

/** The line of a request, which is written once its answer is over. */
const lineOf = (method: string, status: number) =>
  eventually(async () => {
    const lines = (await readFile(logFile(), 'utf8')).trim().split('\n');
    const found = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find((line) => line['method'] === method && line['status'] === status);
    expect(found).toBeDefined();
    return found;
  });
const from = { 'x-forwarded-for': '203.0.113.7' };

test('when a sign-in fails, then the log tells where it came from, and nothing of what was typed', async () => {
  const attempt = { email: 'my password', password: 'another one' };
  await gateway.browser().ask('POST', '/api/v1/session', attempt, from);
  const line = await lineOf('POST', 401);
  expect(line).toMatchObject({ method: 'POST', path: '/api/v1/session', address: '203.0.113.7' });
  expect(await readFile(logFile(), 'utf8')).not.toMatch(/my password|another one/);
});

test('when a person is refused something, then the log tells who, and from where', async () => {
  const person = aPerson(gateway);
  const browser = await signedIn(gateway, person);
  await browser.ask('PUT', '/api/v1/session/domain', { domainId: newId() }, from);
  expect(await lineOf('PUT', 404)).toMatchObject({ userId: person.userId, address: '203.0.113.7' });
});

test('when another site asks for something, then the log tells from where; of what was served it tells neither', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  await browser.ask('DELETE', '/api/v1/session', undefined, { ...from, origin: 'https://evil.example' });
  expect(await lineOf('DELETE', 403)).toMatchObject({ path: '/api/v1/session', address: '203.0.113.7' });
  await browser.ask('GET', '/api/v1/session', undefined, from);
  const served = await lineOf('GET', 200);
  expect(served).not.toHaveProperty('address');
  expect(served).not.toHaveProperty('userId');
});
