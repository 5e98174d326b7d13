import { once } from 'node:events';
import { connect } from 'node:net';
import express, { type RequestHandler } from 'express';
import { afterEach, expect, test } from '@jest/globals';
import { jsonBody } from './json-body.ts';
import { type Listening, listen } from './listen.ts';

let server: Listening | null = null;
afterEach(async () => {
  await server?.close(0);
  server = null;
});

/** A connection to a server that wants a body within so long, with a request on it that lacks a byte of its body. */
const sendAllButOne = async (withinMs: number) => {
  // What is done with a body takes longer than that: only the body itself has to come in time.
  const answerLate: RequestHandler = ({ body }, response) => {
    setTimeout(() => response.json(body), 2 * withinMs);
  };
  const app = express().use(jsonBody(1_000, withinMs), answerLate);
  server = await listen(app, { host: '127.0.0.1', port: 0 });
  const socket = connect(server.port, '127.0.0.1');
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n';
  socket.write(`${head}{"a":1`);
  return socket;
};

test('when a body never ends, then the connection is reset after its time', async () => {
  const socket = await sendAllButOne(50);
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNRESET');
});

test('when a body is whole, then however long its request takes, nothing is reset', async () => {
  const socket = await sendAllButOne(500);
  socket.write('}');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 .*\{"a":1\}$/s);
  socket.destroy();
});
