import type { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { aStore, ask, body, head, open, whole } from '../testing/scripted-store.ts';
import type { Connections } from './exchange.ts';
import { createParsedConnections } from './parsed-connections.ts';
import { createPlainConnections } from './plain-connections.ts';

const kinds: [string, () => Connections][] = [
  ['plain', () => createPlainConnections({ mostResting: 4 })],
  ['parsed', () => createParsedConnections({ most: 4 })],
];
/** Writes piece by piece, each by itself. */
const drip = (socket: Socket, pieces: readonly Buffer[]): void => {
  const [first, ...rest] = pieces;
  if (first !== undefined) socket.write(first, () => void setImmediate(() => drip(socket, rest)));
};

for (const [kind, create] of kinds) {
  const named = (what: string): string => `${kind}: when ${what}`;

  test(named('one is asked after the other, then one connection serves them all'), async () => {
    const store = await aStore((socket) => socket.write(whole));
    const connections = open(create);
    for (let times = 0; times < 5; times += 1) {
      const { into, ended, state } = ask(connections, store.origin);
      expect(await ended).toBe('whole');
      expect(into.equals(body)).toBe(true);
      expect(state.head).toMatchObject({ statusCode: 200, headers: { etag: '"1"' } });
    }
    expect(store.dialCount).toBe(1);
    expect(store.questions[4]).toMatch(/^GET \/bucket\/a HTTP\/1\.1\r\n/);
    expect(store.questions[4]?.toLowerCase()).toContain(`host: ${store.origin.slice(7)}\r\n`);
  });

  test(named('an answer comes in pieces, wherever they are cut, then it is put together'), async () => {
    const headSize = whole.length - body.length;
    const cuts = [...Array(headSize + 5).keys(), 20_000, 70_001, whole.length];
    const pieces = cuts.map((cut, index) => whole.subarray(index === 0 ? 0 : cuts[index - 1], cut));
    const store = await aStore((socket) => drip(socket, pieces));
    const { into, ended } = ask(open(create), store.origin);
    await ended;
    expect(into.equals(body)).toBe(true);
  });

  test(named('there is no room, then the answer is held back until there is'), async () => {
    const store = await aStore((socket) => socket.write(whole));
    const connections = open(create);
    const { into, state, exchange, ended } = ask(connections, store.origin, { most: 0 });
    for (const most of [0, 1, 10_000, 99_999]) {
      state.most = most;
      exchange.resume();
      await eventually(() => expect(state).toMatchObject({ taken: most, head: { statusCode: 200 } }));
    }
    state.most = body.length;
    exchange.resume();
    await ended;
    expect(into.equals(body)).toBe(true);
    await ask(connections, store.origin).ended;
    expect(store.dialCount).toBe(1);
  });

  test(named('the store breaks off, then it fails, and the next goes by a new connection'), async () => {
    const store = await aStore((socket, count) =>
      count === 1 ? socket.end(whole.subarray(0, 50_000)) : socket.write(whole),
    );
    const connections = open(create);
    await expect(ask(connections, store.origin).ended).rejects.toThrow();
    expect(await ask(connections, store.origin).ended).toBe('whole');
    expect(store.dialCount).toBe(2);
  });

  test(named('it is broken off at any point, then it fails so and its connection ends'), async () => {
    const store = await aStore((socket) => socket.write(whole.subarray(0, 60_000)));
    const connections = open(create);
    const early = ask(connections, store.origin);
    early.exchange.destroy(new Error('early'));
    await expect(early.ended).rejects.toThrow('early');
    for (const taken of [1, 10_000, 40_000]) {
      const { state, exchange, ended } = ask(connections, store.origin, { most: taken });
      await eventually(() => expect(state.taken).toBe(taken));
      exchange.destroy(new Error('enough'));
      exchange.destroy(new Error('again'));
      await expect(ended).rejects.toThrow('enough');
      await eventually(() => expect(store.sockets.size).toBe(0));
    }
  });

  test(named('an answer is refused that was there at once as a whole, then it fails so'), async () => {
    for (const answer of [Buffer.from(head(0)), Buffer.from(`${head(4)}none`), whole]) {
      const store = await aStore((socket) => socket.write(answer));
      const { state, ended } = ask(open(create), store.origin, { refusal: new Error('not that') });
      await expect(ended).rejects.toThrow('not that');
      expect(state.taken).toBe(0);
    }
  });

  test(named('the store closes after an answer, then the next goes by a new connection'), async () => {
    const store = await aStore((socket) => {
      socket.end(Buffer.concat([Buffer.from(head(body.length, 'Connection: close')), body]));
    });
    const connections = open(create);
    for (let times = 0; times < 2; times += 1) await ask(connections, store.origin).ended;
    expect(store.dialCount).toBe(2);
  });

  test(named('nobody is there, then it fails'), async () => {
    await expect(ask(open(create), 'http://127.0.0.1:1').ended).rejects.toThrow('ECONNREFUSED');
  });

  test(named('connections are idle, then dropping them ends them, and closing ends all'), async () => {
    const store = await aStore((socket, count) => {
      if (count < 3) socket.write(whole);
    });
    const connections = open(create);
    await ask(connections, store.origin).ended;
    await eventually(() => {
      connections.dropIdle();
      expect(store.sockets.size).toBe(0);
    });
    await ask(connections, store.origin).ended;
    expect(store.dialCount).toBe(2);
    const { ended } = ask(connections, store.origin);
    await eventually(() => expect(store.questions.length).toBe(3));
    connections.close();
    await expect(ended).rejects.toThrow();
  });
}
