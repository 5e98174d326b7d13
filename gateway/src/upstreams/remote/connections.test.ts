import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer, request as send } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Connections, connectionsTo } from './connections.ts';

const REST_MS = 100;
let server: Server;
let sockets: Socket[];
let connections: Connections;

beforeEach(async () => {
  sockets = [];
  server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    setTimeout(() => response.end('answered'), Number(request.headers['x-after-ms']));
  });
  server.on('connection', (socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  connections = connectionsTo(REST_MS);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = async (afterMs = 0): Promise<string> => {
  const { port } = server.address() as AddressInfo;
  const headers = { 'x-after-ms': String(afterMs) };
  const asked = send({ host: '127.0.0.1', port, headers, ...connections.shared.options }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return text(answer);
};

test('when requests follow each other, then they go by one connection', async () => {
  await ask();
  await ask();
  expect(sockets).toHaveLength(1);
});

test('when a connection rests, then it is given up here, long before the server would', async () => {
  await ask();
  const [socket] = sockets;
  await once(socket!, 'close');
  await ask();
  expect(sockets).toHaveLength(2);
});

test('when an answer takes longer than a connection may rest, then it comes all the same', async () => {
  await ask();
  expect(await ask(4 * REST_MS)).toBe('answered');
  expect(sockets).toHaveLength(1);
});
