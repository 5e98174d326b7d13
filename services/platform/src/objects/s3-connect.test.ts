import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { Refusal } from '../errors/refusal.ts';
import type { BreakerEvent } from '../circuit/breaker.ts';
import { eventually } from '../testing/eventually.ts';
import { type S3Server, minio } from '../testing/infrastructure/minio.ts';
import { readOnlyVersitygw } from '../testing/infrastructure/versitygw.ts';
import { contentOf, keysBelow, putText } from '../testing/object-store-steps.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { testWhere } from '../testing/requires.ts';
import { bucketOn } from '../testing/s3-under-test.ts';
import { ObjectMissing } from './port.ts';
import { openS3Store } from './s3-store.ts';

const { requirement } = minio.own;
let server: S3Server;
beforeAll(async () => {
  if (requirement.met) server = await minio.own.start();
});
afterAll(async () => {
  if (requirement.met) await server.stop();
});
const test = (name: string, run: () => Promise<void>) => testWhere(requirement, name, run);
const never = new AbortController().signal;
const openWith = (overrides: object) =>
  openS3Store({ ...bucketOn(server), ...overrides }, { log: quietLog, signal: never });

test('when the bucket is missing, then it is made, by one of several at once', async () => {
  const settings = bucketOn(server);
  const open = () => openS3Store(settings, { log: quietLog, signal: never });
  const stores = await Promise.all([open(), open(), open()]);
  await putText(stores[0], 'a', 'there');
  expect(await contentOf(stores[2], 'a')).toBe('there');
  await Promise.all(stores.map((store) => store.close()));
});

test('when the bucket is missing and the region is not the first of S3, then it is made with its region', async () => {
  const store = await openWith({ region: 'eu-central-1' });
  await putText(store, 'a', 'there');
  expect(await contentOf(store, 'a')).toBe('there');
  await store.close();
});

test('when key, secret or the name of the bucket is wrong, then it ends with a sentence about that', async () => {
  const wrong = [
    [{ secretKey: 'another-secret' }, /does not accept the secret.*S3_SECRET_KEY/],
    [{ accessKey: 'nobody' }, /does not know the access key.*S3_ACCESS_KEY/],
    [{ bucket: 'No_Bucket' }, /name of the bucket.*S3_BUCKET/],
  ] as const;
  for (const [overrides, sentence] of wrong) {
    const refused = openWith(overrides);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(sentence);
  }
});

test('when the store is not there yet, then it is waited for and that is said; when it comes, it goes on', async () => {
  await server.kill();
  const waits = Promise.withResolvers<unknown>();
  const log = { ...quietLog, info: () => undefined, warn: (facts: unknown) => waits.resolve(facts) };
  const opening = openS3Store(bucketOn(server), { log, signal: never });
  expect(await waits.promise).toMatchObject({ engine: server.endpoint });
  await server.start();
  const store = await opening;
  await store.ping();
  await store.close();
});

test('when the store is away, then it is soon not asked any more, for anything, until it is back, and that is told', async () => {
  const seen: BreakerEvent[] = [];
  const observe = (name: string, event: BreakerEvent) => {
    expect(name).toBe('store');
    seen.push(event);
  };
  const store = await openS3Store(bucketOn(server), { log: quietLog, signal: never, observe });
  await expect(store.get('nothing')).rejects.toThrow(ObjectMissing);
  await server.kill();
  await eventually(async () => {
    await store.stat('a').catch(() => undefined);
    expect(seen).toContain('opened');
  });
  const askedBefore = seen.filter((event) => event === 'failed').length;
  const calls = [store.get('a'), store.stat('a'), store.delete('a'), putText(store, 'a', 'x')];
  await Promise.all(
    calls.map((call) => expect(call).rejects.toMatchObject({ code: 'temporarily-unavailable' })),
  );
  expect(seen.filter((event) => event === 'failed').length).toBe(askedBefore);
  expect(seen).toContain('refused');
  await server.start();
  await eventually(async () => expect(await store.stat('a')).toBeNull());
  expect(seen.slice(seen.lastIndexOf('opened'))).toContain('closed');
  await store.close();
});

const mayNot = 'when the bucket is missing and may not be made, then it ends with a sentence';
testWhere(readOnlyVersitygw.requirement, mayNot, async () => {
  const closed = await readOnlyVersitygw.start();
  const opening = openS3Store({ ...bucketOn(closed), bucket: 'not-there' }, { log: quietLog, signal: never });
  await expect(opening).rejects.toBeInstanceOf(Refusal);
  await expect(opening).rejects.toThrow(/no bucket not-there, and does not let this access key make it/);
  await closed.stop();
});

test('when waiting is called off, then it ends', async () => {
  const controller = new AbortController();
  const settings = { ...bucketOn(server), endpoint: 'http://127.0.0.1:9' };
  const opening = openS3Store(settings, { log: quietLog, signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(opening).rejects.toThrow();
});

test('when a byte is changed on the way, then the server notices and nothing is stored', async () => {
  const link = await openChangingLink(Number(new URL(server.endpoint).port));
  const settings = { ...bucketOn(server), endpoint: `http://127.0.0.1:${link.port}` };
  const store = await openS3Store(settings, { log: quietLog, signal: never });
  const content = Buffer.from('marked: the right bytes');
  await expect(store.put('sum/a', Readable.from([content]))).rejects.toThrow(/refused a request with 400/);
  expect(await keysBelow(store, 'sum/')).toEqual([]);
  await store.close();
  await link.close();
});

/** A way to a server on which one word of a body becomes another. */
const openChangingLink = async (port: number) => {
  const sockets = new Set<Socket>();
  const link = createServer((client) => {
    const onwards = connect(port, '127.0.0.1');
    for (const socket of [client, onwards]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1').replace('marked: the right', 'marked: the wrong');
      onwards.write(Buffer.from(text, 'latin1'));
    });
    onwards.pipe(client);
  }).listen(0, '127.0.0.1');
  await once(link, 'listening');
  return {
    port: (link.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      link.close();
      await once(link, 'close');
    },
  };
};
