import { afterEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inTime } from '../circuit/in-time.ts';
import { standStill } from '../testing/stand-still.ts';
import { timeLimit } from './time-limit.ts';
import { withinTime } from './within-time.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const passed = (ms: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  timeLimit(ms, () => resolve(undefined));
  return promise;
};

test('when the time is over, then it acts, and not before', async () => {
  const beganAt = performance.now();
  await passed(50);
  expect(performance.now() - beganAt).toBeGreaterThanOrEqual(49);
});

test('when it is ended before, or has no end, then it never acts', async () => {
  const acted: string[] = [];
  timeLimit(10, () => acted.push('ended'))();
  timeLimit(Infinity, () => acted.push('endless'));
  await passed(60);
  expect(acted).toEqual([]);
});

test('when it is ended in the time that was added, then it does not act either', async () => {
  const acted: string[] = [];
  const end = timeLimit(20, () => acted.push('late'));
  standStill(100);
  setImmediate(end);
  await passed(150);
  expect(acted).toEqual([]);
});

test('when this process stood still, then what the other said in time is heard', async () => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1');
  servers.push(server);
  await passed(20);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = inTime(async (signal) => (await fetch(url, { signal })).text(), 200);
  standStill(400);
  expect(await asked).toBe('here');
});

test('when nobody answers, then standing still ends nothing but late', async () => {
  const asked = withinTime(new Promise(() => undefined), 30, 'Nobody answers.');
  standStill(60);
  await expect(asked).rejects.toThrow('Nobody answers.');
});
