import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { resetConnection } from './reset-connection.ts';

/** Two ends of one connection; the far one reads nothing until it is told to. */
const connected = async (): Promise<{ near: Socket; far: Socket }> => {
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const { port } = server.address() as AddressInfo;
  const near = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(near, 'connect');
  const [far] = await accepted;
  server.close();
  return { near, far };
};

/** How the far end's connection ends when it reads on: the code of its error, or null. */
const fateOf = async (far: Socket): Promise<string | null> => {
  const closed = new Promise((resolve) => far.once('close', resolve));
  far.on('error', () => undefined);
  far.on('end', () => far.destroy());
  far.resume();
  await closed;
  const failure: NodeJS.ErrnoException | null = far.errored;
  return failure?.code ?? null;
};

const reset = async (near: Socket): Promise<void> => {
  const closed = once(near, 'close'); // Rejects with EINVAL where the reset is refused.
  resetConnection(near);
  await closed;
};

test('when it is open, then the other side sees a reset', async () => {
  const { near, far } = await connected();
  await reset(near);
  expect(await fateOf(far)).toBe('ECONNRESET');
});

test('when all was handed over and waits in the kernel, then the other side sees a reset', async () => {
  const { near, far } = await connected();
  near.end(Buffer.alloc(2_000_000));
  await once(near, 'finish');
  await reset(near);
  expect(await fateOf(far)).toBe('ECONNRESET');
});

test('when it still has to write, then the other side sees a reset', async () => {
  const { near, far } = await connected();
  near.end(Buffer.alloc(64_000_000));
  await reset(near);
  expect(await fateOf(far)).toBe('ECONNRESET');
});

/** Of this whole process: tests before this one may have left some that are about to go. */
const openSockets = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

test('when its end is just being told, then nothing of it stays behind', async () => {
  const openBefore = openSockets();
  const { near, far } = await connected();
  near.end('the last of it');
  expect(near).toMatchObject({ writableEnded: true, writableFinished: false, writableLength: 0 });
  await reset(near);
  await fateOf(far);
  expect(near.errored).toBeNull();
  await eventually(() => expect(openSockets()).toBeLessThanOrEqual(openBefore));
});

test('when there is none, then nothing happens', async () => {
  const { near, far } = await connected();
  await Promise.all([reset(near), fateOf(far)]);
  resetConnection(near);
  resetConnection(null);
  resetConnection(undefined);
});
