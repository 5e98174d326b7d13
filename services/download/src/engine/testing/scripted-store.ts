import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { afterEach } from '@jest/globals';
import type { AnswerHead, Connections, Exchange } from '../ranged/exchange.ts';
import { patterned } from './archives.ts';

export const body = patterned(100_000, 5);
export const head = (byteSize: number, ...more: string[]): string =>
  ['HTTP/1.1 200 OK', `Content-Length: ${byteSize}`, 'ETag: "1"', ...more].join('\r\n') + '\r\n\r\n';
export const whole = Buffer.concat([Buffer.from(head(body.length)), body]);

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A store that answers each request by what is given. */
export const aStore = async (answer: (socket: Socket, questionCount: number) => void) => {
  const seen = { sockets: new Set<Socket>(), dialCount: 0, questions: [] as string[] };
  const server = createServer({ noDelay: true }, (socket) => {
    seen.dialCount += 1;
    seen.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => seen.sockets.delete(socket));
    socket.on('data', (bytes) => {
      seen.questions.push(bytes.toString());
      answer(socket, seen.questions.length);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    for (const socket of seen.sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  });
  return Object.assign(seen, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
};

/** Asks; of the body so much is taken until `resume` as is given, and of an answer that is refused nothing. */
export const ask = (
  connections: Connections,
  origin: string,
  { most = body.length, refusal }: { most?: number; refusal?: Error } = {},
) => {
  const into = Buffer.from(new SharedArrayBuffer(body.length));
  const state = { taken: 0, most, head: undefined as AnswerHead | undefined };
  const ended = Promise.withResolvers<'whole'>();
  ended.promise.catch(() => undefined);
  const exchange: Exchange = connections.ask(
    origin,
    { path: '/bucket/a', headers: { range: 'bytes=0-' } },
    {
      onHead: (answered) => {
        state.head = answered;
        if (refusal !== undefined) exchange.destroy(refusal);
      },
      room: () => (state.taken < state.most ? into.subarray(state.taken, state.most) : null),
      onBytes: (byteSize) => (state.taken += byteSize),
      onEnd: () => ended.resolve('whole'),
      onFailure: ended.reject,
    },
  );
  return { into, state, exchange, ended: ended.promise };
};

export const open = (create: () => Connections): Connections => {
  const connections = create();
  ends.push(async () => connections.close());
  return connections;
};
