import { once } from 'node:events';
import { Agent } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { HELD_CONNECTION_HEADER } from '@vitrine/platform/http/own-connection.ts';
import { askOver } from './testing/ask.ts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';
import { revoking } from './testing/revocations.ts';
import { askWithoutReading, readRest } from './testing/slow-reader.ts';

let bench: Bench;
let mia: UserActor;
let asset: AssetFacts;
let agent: Agent;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
});
beforeEach(async () => {
  asset = await bench.asset(mia, 'film.mp4', {}, 1_000_000);
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(() => agent.destroy());
afterAll(() => bench.close());

const planned = () => bench.downloads.prepare({ assetIds: [asset.assetId] }, as(mia));
const revoke = () =>
  bench.bus.publish(
    revoking['asset.deleted']!({ owner: mia, guest: bench.share(mia, [asset]).guest, asset }),
  );
const completed = async (id: string): Promise<void> => {
  let state = 'prepared';
  while (state !== 'completed') ({ state } = await bench.downloads.get({ id }, as(mia)));
};
const over = async (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  askOver(agent, `${bench.origin}${url}`, { method, headers: await bench.headersOf(anonymous, headers) });

test('when something is revoked while the same reader asks for the next thing, then that is not hit', async () => {
  const { url } = await planned();
  for (let round = 0; round < 40; round += 1) {
    const { body } = await over(url, { range: `bytes=${round}-` });
    const next = over('/d/none');
    await Promise.all([revoke(), next]);
    expect([body.length, (await next).status]).toEqual([asset.byteSize - round, 404]);
  }
});

test('when an answer carries bytes, then it has a connection of its own, and what carries none has not', async () => {
  const { url, byteSize } = await planned();
  const connection = (answer: Awaited<ReturnType<typeof over>>) => answer.headers.connection;
  expect(connection(await over(url))).toBe('close');
  expect(connection(await over(url, { range: 'bytes=0-0' }))).toBe('close');
  expect(connection(await over(url, {}, 'HEAD'))).toBe('keep-alive');
  expect(connection(await over(url, { range: `bytes=${byteSize}-` }))).toBe('keep-alive');
  await bench.objects.delete(asset.objectKey);
  const failed = await over(url);
  expect([failed.status, connection(failed)]).toEqual([503, undefined]);
});

test('when a reader has everything, then the connection ends well, and a later revocation breaks nothing', async () => {
  const { id, url } = await planned();
  const socket = askWithoutReading(bench.origin, url, await bench.headersOf(anonymous));
  expect((await buffer(socket)).length).toBeGreaterThan(asset.byteSize);
  await completed(id);
  await revoke();
  expect(socket.errored).toBeNull();
});

test.each([900_000, 300_000])(
  'when all %i bytes wait in the kernel for a slow reader, then a revocation drops them',
  async (byteSize) => {
    asset = await bench.asset(mia, 'slow.bin', {}, byteSize);
    const { id, url } = await planned();
    const socket = askWithoutReading(bench.origin, url, await bench.headersOf(anonymous));
    await completed(id);
    await revoke();
    const rest = await readRest(socket);
    expect(rest.error).toBe('ECONNRESET');
    expect(rest.byteSize).toBeLessThan(byteSize);
  },
);

test('when a proxy of ours holds the connection, then it stays open after the last byte, and a revocation ends it', async () => {
  const { id, url } = await planned();
  const { body, socket, headers } = await over(url, { [HELD_CONNECTION_HEADER]: '1' });
  expect([body.length, headers.connection]).toEqual([asset.byteSize, 'keep-alive']);
  await completed(id);
  expect(socket.destroyed).toBe(false);
  const closed = once(socket, 'close');
  await revoke();
  await closed;
});
