// Puts objects into a store and serves them by the engine: one process of the benchmark of stores.
import { randomBytes } from 'node:crypto';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { NetworkObjectStore, SignedRead } from '@vitrine/platform/objects/port.ts';
import { PACK_PREFIX, openBucketPacks, putPack } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import { SMALL_OBJECT_BYTES_MAX } from '@vitrine/platform/objects/packs/pack-format.ts';
import { type S3Settings, openS3Store } from '@vitrine/platform/objects/s3-store.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { createRangedSource } from '../../services/download/src/engine/ranged-source.ts';
import { layOut } from '../../services/download/src/engine/layout.ts';
import type { VirtualFile } from '../../services/download/src/engine/virtual-file.ts';
import { archiveFile, singleFile } from '../../services/download/src/engine/virtual-file.ts';
import { oursFrom } from './download-contestants.ts';
import { type Scenario, keyOf } from './download-files.ts';

export interface StoreTask {
  settings: S3Settings;
  /** Whether another process put the objects: what putting takes of memory is not to be in the figures. */
  isFilled?: boolean;
}
/** What is served under which name, and how to read it from the store: as one object, and each of its objects. */
export interface StoreAnswer {
  port: number;
  reads: { name: string; ready: SignedRead; each: SignedRead[] }[];
}

const oneFile: Scenario = { name: 'one file of 256 MiB', count: 1, byteSize: 256 * 1024 ** 2 };
const largeOnes: Scenario = { name: '40 × 5 MiB', count: 40, byteSize: 5 * 1024 ** 2 };
const halves: Scenario = { name: '100 × 512 KiB', count: 100, byteSize: 512 * 1024 };
const smallOnes: Scenario = { name: '5000 × 10 KiB', count: 5_000, byteSize: 10 * 1024 };

const putsAtOnce = 10;

const putAll = async (store: NetworkObjectStore, { count, byteSize }: Scenario): Promise<void> => {
  const content = randomBytes(Math.min(byteSize, 8 * 1024 * 1024));
  const times = byteSize / content.length;
  const prefix = `${count}-`;
  const put = (index: number) =>
    store.put(prefix + keyOf(index), Readable.from(Array.from({ length: times }, () => content)));
  for (let index = 0; index < count; index += putsAtOnce)
    await Promise.all(
      Array.from({ length: Math.min(putsAtOnce, count - index) }, (_, by) => put(index + by)),
    );
};

const fileOf = ({ count, byteSize }: Scenario): VirtualFile => {
  const entries = Array.from({ length: count }, (_, index) => ({
    name: `photo ${index}.jpg`,
    byteSize,
    crc32: 0,
    modifiedAt: 0,
    sha256: '0'.repeat(64),
  }));
  const objectKey = (index: number): string => `${count}-${keyOf(index)}`;
  return count === 1
    ? singleFile({ objectKey: objectKey(0), byteSize, sha256: '' })
    : archiveFile(layOut(entries), objectKey);
};

process.on('message', (task: StoreTask) => {
  void serve(task);
});

const serve = async ({ settings, isFilled = false }: StoreTask): Promise<void> => {
  const store = await openS3Store(settings, { log: quietLog, signal: new AbortController().signal });
  const packs = openBucketPacks(store, { log: quietLog });
  const ours = oursFrom(createRangedSource({ ...store, packs }));
  const routes = new Map<string, RequestListener>([['/else', (_, response) => void response.end('else')]]);
  const server = createServer((request, response) => {
    routes.get(decodeURI(request.url ?? ''))?.(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const reads: StoreAnswer['reads'] = [];
  for (const scenario of [oneFile, largeOnes, halves, smallOnes]) {
    const { name, count } = scenario;
    routes.set(`/${name}`, ours(fileOf(scenario)));
    const keys = keysOf(scenario);
    const readyKey = count === 1 ? (keys[0] ?? '') : `ready/${count}-`;
    if (!isFilled) await fill(store, scenario);
    await packs.look();
    if (!isFilled && count > 1)
      await putReady(store, readyKey, `http://127.0.0.1:${port}/${encodeURI(name)}`);
    reads.push({ name, ready: store.signedRead(readyKey), each: keys.map(store.signedRead) });
  }
  process.send?.({ port, reads });
};

const fill = async (store: NetworkObjectStore, scenario: Scenario): Promise<void> => {
  await putAll(store, scenario);
  // As the product keeps small files.
  if (scenario.byteSize <= SMALL_OBJECT_BYTES_MAX) await pack(store, scenario);
};

const pack = (store: NetworkObjectStore, scenario: Scenario): Promise<void> =>
  putPack(store, `${PACK_PREFIX}1`, keysOf(scenario));

const keysOf = ({ count }: Scenario): string[] =>
  Array.from({ length: count }, (_, index) => `${count}-${keyOf(index)}`);

/** The zip as one object, made by the engine. */
const putReady = async (store: NetworkObjectStore, key: string, url: string): Promise<void> => {
  const { body } = await fetch(url);
  if (body === null) throw new Error('There is no zip to put.');
  await store.put(key, Readable.fromWeb(body));
};
