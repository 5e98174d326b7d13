import { EventEmitter, once } from 'node:events';
import { beforeEach, expect, test } from '@jest/globals';
import { createLingeringDownloads } from './lingering-downloads.ts';

class Connection extends EventEmitter {
  isReset = false;
  destroyed = false;
  resetAndDestroy(): this {
    this.isReset = true;
    this.emit('close');
    return this;
  }
}

let lingering: ReturnType<typeof createLingeringDownloads<string>>;
let socket: Connection;
beforeEach(() => {
  lingering = createLingeringDownloads<string>();
  socket = new Connection();
});
const add = (facts: string) => lingering.add(socket as never, facts);
const revoke = (wanted: string) => lingering.revoke((facts) => facts === wanted);

test('when something of it is revoked, then the connection is reset, and only then', () => {
  add('a');
  revoke('b');
  expect(socket.isReset).toBe(false);
  revoke('a');
  expect(socket.isReset).toBe(true);
  expect(lingering.count()).toBe(0);
});

test('when the connection was closed, then nothing is kept of it', () => {
  add('a');
  expect(lingering.count()).toBe(1);
  socket.emit('close');
  expect(lingering.count()).toBe(0);
  revoke('a');
  expect(socket.isReset).toBe(false);
});

test('when the connection is closed already, then it is not kept', () => {
  socket.destroyed = true;
  add('a');
  expect(lingering.count()).toBe(0);
});

test('when another download follows on a connection, then the last one counts, with one listener for all', () => {
  for (const facts of ['a', 'b', 'c']) add(facts);
  expect(socket.listenerCount('close')).toBe(1);
  revoke('a');
  expect(socket.isReset).toBe(false);
  revoke('c');
  expect(socket.isReset).toBe(true);
});

test('when a reader never closes, then the connection is reset in the end', async () => {
  lingering = createLingeringDownloads<string>({ lingerMs: 1 });
  const closed = once(socket, 'close');
  add('a');
  await closed;
  expect(socket.isReset).toBe(true);
});
