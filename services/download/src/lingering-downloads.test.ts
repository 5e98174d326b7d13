import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from '@jest/globals';
import { createLingeringDownloads } from './lingering-downloads.ts';

class Connection extends EventEmitter {
  bytesRead = 100;
  isReset = false;
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
});

test('when the reader asked for something else since, then the connection is that one`s', () => {
  add('a');
  socket.bytesRead += 1;
  revoke('a');
  expect(socket.isReset).toBe(false);
});

test('when another download followed on the connection, then the last one counts, with one listener for all', () => {
  for (const facts of ['a', 'b', 'c']) add(facts);
  expect(socket.listenerCount('close')).toBe(1);
  revoke('a');
  expect(socket.isReset).toBe(false);
  revoke('c');
  expect(socket.isReset).toBe(true);
});

test('when the connection was closed, then nothing is kept of it', () => {
  add('a');
  socket.emit('close');
  revoke('a');
  expect(socket.isReset).toBe(false);
});
