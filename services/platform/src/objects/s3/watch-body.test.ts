import { once } from 'node:events';
import { type IncomingMessage, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StoreUnavailable } from '../port.ts';
import { watchBody } from './watch-body.ts';

const STALL_MS = 10_000;
let write: (bytes: string) => void;
let answer: IncomingMessage;
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-length': '10' });
  response.flushHeaders();
  write = (bytes) => response.write(bytes);
});
beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asked = get({ port: (server.address() as AddressInfo).port, agent: false });
  [answer] = (await once(asked, 'response')) as [IncomingMessage];
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(async () => {
  jest.useRealTimers();
  answer.destroy();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

test('when nobody reads, then that is no stall, however long it takes', async () => {
  const body = watchBody(answer, STALL_MS);
  jest.advanceTimersByTime(100 * STALL_MS);
  write('0123456789');
  expect(String(await once(body, 'data'))).toBe('0123456789');
});

test('when somebody reads and nothing comes, then that is a stall; each piece begins the time anew', async () => {
  const body = watchBody(answer, STALL_MS);
  body.resume();
  for (const piece of ['01', '23', '45']) {
    write(piece);
    await once(body, 'data');
    jest.advanceTimersByTime(STALL_MS - 1);
    expect(body.destroyed).toBe(false);
  }
  const failed = once(body, 'error');
  jest.advanceTimersByTime(1);
  expect((await failed)[0]).toBeInstanceOf(StoreUnavailable);
  expect(answer.destroyed).toBe(true);
});
