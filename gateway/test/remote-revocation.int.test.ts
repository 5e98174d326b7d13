import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { ownTimeOf } from '@vitrine/platform/testing/own-time.ts';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';
import { type OddService, gatewayBeforeService } from './testing/odd-service.ts';
import { rawConnection, rawExchange } from './testing/raw-exchange.ts';

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

test('when a download is whole but the client has not read it, then its revocation reaches the client', async () => {
  const { send, socket, ended } = rawConnection(service.url);
  socket.pause();
  send('GET', '/d/ticket');
  await eventually(() => expect(sentOver[0]?.bytesWritten).toBeGreaterThan(BYTE_SIZE));
  const tookMs = await ownTimeOf(async () => {
    resetConnection(sentOver[0]);
    const resumed = ended();
    socket.resume();
    expect((await resumed).ending).toBe('reset');
  });
  expect(tookMs).toBeLessThan(2_000);
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
  const tookMs = await ownTimeOf(async () => {
    resetConnection(sentOver[0]);
    // It reads nothing, and so it too finds out by writing.
    await eventually(() => {
      socket.write(Buffer.alloc(0));
      expect(socket.destroyed).toBe(true);
    });
  });
  expect(tookMs).toBeLessThan(2_000);
  expect((await ended()).ending).toBe('reset');
});

test('when a client has read all of a download, then its connection ends well, and so does the one to the service', async () => {
  const { send, ended } = rawConnection(service.url);
  send('GET', '/d/ticket');
  const { head, body, ending } = await ended();
  expect(head).toMatch(/^connection: close$/im);
  expect([body.length, ending]).toEqual([BYTE_SIZE, 'end']);
  await eventually(() => expect(service.sockets.size).toBe(0));
});

test('when the service ends its connection in order, then a client who is still reading gets the rest', async () => {
  const { send, socket, ended } = rawConnection(service.url);
  socket.pause();
  send('GET', '/d/ticket');
  await eventually(() => expect(sentOver[0]?.writableLength).toBe(0));
  sentOver[0]!.end();
  await once(sentOver[0]!, 'close');
  socket.resume();
  expect(await ended()).toMatchObject({ ending: 'end', body: { length: BYTE_SIZE } });
});

test('when downloads follow each other, then each has a connection of its own, and other requests share theirs', async () => {
  for (const path of ['/d/a', '/d/b']) await rawExchange(service.url, { path });
  const { send, received, socket } = rawConnection(service.url);
  for (const [count, path] of ['/api/v1/assets', '/api/v1/assets'].entries()) {
    send('GET', path);
    await eventually(() => expect(received().length).toBeGreaterThan((count + 1) * BYTE_SIZE));
  }
  expect(new Set(sentOver).size).toBe(3);
  expect(sentOver[2]).toBe(sentOver[3]);
  socket.destroy();
  // What is held for a revocation is let go with the client; what is shared stays.
  await eventually(() => expect(service.sockets.size).toBe(1));
});
