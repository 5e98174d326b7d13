import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { drainOrClose, openFaultyLink } from './faulty-link.ts';
import type { FaultyLink } from './faulty-link.ts';

let echo: Server;
let link: FaultyLink;
const clients: Socket[] = [];
let receivedByServer = '';

beforeEach(async () => {
  receivedByServer = '';
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      receivedByServer += String(chunk);
      socket.write(chunk);
    });
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  link = await openFaultyLink({ port: (echo.address() as AddressInfo).port });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await link.close();
  echo.close();
});

const dial = async (port = link.port): Promise<Socket> => {
  const client = connect(port, '127.0.0.1');
  clients.push(client);
  await once(client, 'connect');
  return client;
};
const say = async (client: Socket, text: string): Promise<string> => {
  client.write(text);
  const [answer] = (await once(client, 'data')) as [Buffer];
  return String(answer);
};
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};
const errorOf = async (client: Socket): Promise<unknown> => {
  const [error] = (await once(client, 'error')) as [NodeJS.ErrnoException];
  return error.code;
};

test('when nothing is wrong, then bytes and the end pass both ways', async () => {
  const client = await dial();
  expect(await say(client, 'hello')).toBe('hello');
  expect(link.connectionCount()).toBe(1);
  client.end();
  await once(client, 'close');
  expect(link.connectionCount()).toBe(0);
});

test('when an address is led through it, then only host and port change', () => {
  expect(link.through('amqp://user:secret@broker:5672/host?heartbeat=5')).toBe(
    `amqp://user:secret@127.0.0.1:${link.port}/host?heartbeat=5`,
  );
});

test('when it is cut, then connections are reset, new ones too, until it is healed', async () => {
  const client = await dial();
  await say(client, 'before');
  link.cut();
  expect(await errorOf(client)).toBe('ECONNRESET');
  const refused = connect(link.port, '127.0.0.1');
  clients.push(refused);
  expect(await errorOf(refused)).toBe('ECONNRESET');
  link.heal();
  expect(await say(await dial(), 'after')).toBe('after');
});

test('when it stalls, then nothing passes and nothing is lost', async () => {
  const client = await dial();
  await say(client, 'before');
  link.stall();
  client.write('during');
  const { port } = echo.address() as AddressInfo;
  // Some time later, by what passes beside the link.
  for (const beside of ['1', '2', '3']) await say(await dial(port), beside);
  expect(receivedByServer).toBe('before123');
  link.heal();
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(String(answer)).toBe('during');
});

test('when one way is dropped, then the other way still works, and healing resets what lost bytes', async () => {
  const client = await dial();
  await say(client, 'before');
  link.dropOneWay('toClient');
  client.write('swallowed');
  await until(() => link.lostByteCount() === 'swallowed'.length);
  expect(receivedByServer).toBe('beforeswallowed');
  link.heal();
  expect(await errorOf(client)).toBe('ECONNRESET');
  expect(await say(await dial(), 'after')).toBe('after');
});

test('when it is throttled, then it takes as long as the bytes need', async () => {
  const client = await dial();
  link.throttle(50_000);
  const startedAt = performance.now();
  client.write(Buffer.alloc(5_000));
  let size = 0;
  while (size < 5_000) size += ((await once(client, 'data')) as [Buffer])[0].length;
  // Four pauses of 20 ms; a timer may be a millisecond early.
  expect(performance.now() - startedAt).toBeGreaterThan(75);
});

test('when a connection drains again and again, then no listeners pile up on it', async () => {
  const client = await dial();
  client.resume();
  const listenerCounts = () => ['drain', 'close', 'error'].map((event) => client.listenerCount(event));
  const before = listenerCounts();
  for (let times = 0; times < 3; times += 1) {
    while (client.write(Buffer.alloc(1024 * 1024)));
    await drainOrClose(client);
  }
  expect(listenerCounts()).toEqual(before);
});
