import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { watchWriting } from './watch-writing.ts';

const STILL_MS = 1_200;
/** In one write, and far more than the kernel takes from anybody at once. */
const BYTES = Buffer.alloc(100_000_000);

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A reader to whom something large is written, and after how long it was said to stand still. */
const aReader = async (stillMs = STILL_MS): Promise<{ socket: Socket; stillAfterMs: Promise<number> }> => {
  const { promise: stillAfterMs, resolve } = Promise.withResolvers<number>();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': BYTES.length });
    const startedAt = performance.now();
    watchWriting(response, stillMs, () => resolve(performance.now() - startedAt));
    response.write(BYTES);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  ends.push(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  return { socket, stillAfterMs };
};

test('when a reader takes nothing, then that is noticed soon after the time, and not after twice as long', async () => {
  // Long: a machine that stands still itself for a part of one look begins the time anew.
  const stillMs = 6_000;
  const { stillAfterMs } = await aReader(stillMs);
  const afterMs = await stillAfterMs;
  expect(afterMs).toBeGreaterThan(stillMs * 0.9);
  expect(afterMs).toBeLessThan(stillMs * 1.7);
});

test('when a reader takes some now and then, then it does not stand still until it takes no more', async () => {
  const { socket, stillAfterMs } = await aReader();
  socket.setTimeout(STILL_MS / 3);
  let takenAt = 0;
  const startedAt = performance.now();
  for (let time = 0; time < 6; time += 1) {
    await once(socket, 'timeout');
    for (let taken = 0; taken < 5_000_000;) {
      const bytes = socket.read() as Buffer | null;
      if (bytes === null) await once(socket, 'readable');
      else taken += bytes.length;
    }
    takenAt = performance.now() - startedAt;
  }
  expect(await stillAfterMs).toBeGreaterThan(takenAt);
});
