import { expect, test } from '@jest/globals';
import { aStore, ask, body, head, open } from '../testing/scripted-store.ts';
import type { Connections } from './exchange.ts';
import { createPlainConnections } from './plain-connections.ts';

const plain = (): Connections => open(() => createPlainConnections({ mostResting: 4 }));

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
  ['an answer whose end cannot be told', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['a head without an end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`],
])('when %s comes, then it fails', async (_, text) => {
  const store = await aStore((socket) => socket.write(text));
  await expect(ask(plain(), store.origin).ended).rejects.toThrow('not understood');
});

test('when more comes than was told, then it is none of it, and the connection is not used again', async () => {
  const store = await aStore((socket) => socket.write(Buffer.concat([Buffer.from(head(9)), body])));
  const connections = plain();
  for (let times = 0; times < 2; times += 1) {
    const { ended, state } = ask(connections, store.origin);
    await ended;
    expect(state.taken).toBe(9);
  }
  expect(store.dialCount).toBe(2);
});

test('when a line would become two, then nothing is asked', () => {
  const taker = {
    onHead: () => undefined,
    room: () => null,
    onBytes: () => undefined,
    onEnd: () => undefined,
    onFailure: () => undefined,
  };
  const askFor = (path: string, range: string) => () =>
    plain().ask('http://127.0.0.1:1', { path, headers: { range } }, taker);
  expect(askFor('/a b', '')).toThrow('Not a question');
  expect(askFor('/a', 'x\r\ny: z')).toThrow('Not a question');
});
