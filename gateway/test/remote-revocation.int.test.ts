import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { type OddService, gatewayBeforeService } from './testing/odd-service.ts';
import { rawConnection } from './testing/raw-exchange.ts';

/** Not so much that what was handed over could not all wait in kernels and in the gateway. */
const BYTE_SIZE = 1_000_000;
const file = Buffer.alloc(BYTE_SIZE, 'x');

let service: OddService;
let sentOver: Socket[];
beforeEach(async () => {
  sentOver = [];
  service = await gatewayBeforeService();
  service.state.behave = (request, response) => {
    sentOver.push(request.socket);
    response.writeHead(200, { 'Content-Length': BYTE_SIZE }).end(file);
  };
});
afterEach(() => service.stop());

const bodyOf = (received: Buffer): number => received.length - received.indexOf('\r\n\r\n') - 4;

test('when a download is whole but the client has not read it, then its revocation reaches the client', async () => {
  const { send, socket, ended } = rawConnection(service.url);
  socket.pause();
  send('GET', '/d/ticket');
  await eventually(() => expect(sentOver[0]?.bytesWritten).toBeGreaterThan(BYTE_SIZE));
  const startedAt = performance.now();
  sentOver[0]!.resetAndDestroy();
  const resumed = ended();
  socket.resume();
  expect((await resumed).ending).toBe('reset');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('when a client takes nothing for a while and its download is revoked, then it gets no more of it', async () => {
  service.state.behave = (request, response) => {
    sentOver.push(request.socket);
    response.writeHead(200, { 'Content-Length': 40 * BYTE_SIZE }).end(Buffer.alloc(40 * BYTE_SIZE));
  };
  const { send, socket, ended } = rawConnection(service.url);
  socket.pause();
  send('GET', '/d/ticket');
  await eventually(() => expect(sentOver[0]?.writableLength).toBeGreaterThan(BYTE_SIZE));
  const startedAt = performance.now();
  sentOver[0]!.resetAndDestroy();
  // It reads nothing, and so it too finds out by writing.
  await eventually(() => {
    socket.write(Buffer.alloc(0));
    expect(socket.destroyed).toBe(true);
  });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect((await ended()).ending).toBe('reset');
});

test('when the client asked for something else since, then a late reset is not for it', async () => {
  const { send, received, socket } = rawConnection(service.url);
  send('GET', '/d/ticket');
  await eventually(() => expect(bodyOf(received())).toBe(BYTE_SIZE));
  send('GET', '/api/v1/assets');
  await eventually(() => expect(received().length).toBeGreaterThan(2 * BYTE_SIZE));
  sentOver[0]!.resetAndDestroy();
  send('GET', '/api/v1/assets');
  await eventually(() => expect(received().length).toBeGreaterThan(3 * BYTE_SIZE));
  expect(socket.destroyed).toBe(false);
  socket.destroy();
});

test('when downloads follow each other, then each has a connection of its own, and other requests share theirs', async () => {
  const { send, received, socket } = rawConnection(service.url);
  for (const [count, path] of ['/d/a', '/d/b', '/api/v1/assets', '/api/v1/assets', '/d/c'].entries()) {
    send('GET', path);
    await eventually(() => expect(received().length).toBeGreaterThan((count + 1) * BYTE_SIZE));
  }
  expect(new Set(sentOver).size).toBe(4);
  expect(sentOver[2]).toBe(sentOver[3]);
  socket.destroy();
  // What is held for a revocation is let go with the client; what is shared stays.
  await eventually(() => expect(service.sockets.size).toBe(1));
});
