import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { listen } from '@vitrine/platform/http/listen.ts';
import { createServiceApp } from '@vitrine/platform/http/service-app.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { createAssetService } from '../src/service.ts';
import { aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { UPLOAD_PART_BYTES } from './an-asset-service.ts';
import { CONTENT, type UploadBench, anUploadBench } from './an-upload-bench.ts';
import { tusCalls, uploadByTus } from './tus-calls.ts';

let bench: UploadBench;
let assets: UploadBench['assets'];
let tus: UploadBench['tus'];
let link: FaultyLink;
beforeAll(async () => {
  bench = await anUploadBench();
  ({ assets, tus } = bench);
  link = await openFaultyLink({ port: assets.port });
});
afterAll(async () => {
  await link.close();
  await bench.close();
});
beforeEach(() => bench.empty());

test('when a file is uploaded piece by piece, then it becomes the asset that it would by a form', async () => {
  const path = await uploadByTus(assets, CONTENT, {
    chunkSize: 300_000,
    metadata: { filename: '/tmp/Grüße an_das Team.bin', title: 'Greetings', domainId: IDS.brand },
  });
  const asset = await bench.expectAsset(path);
  expect(asset).toMatchObject({ fileName: 'Grüße an_das Team.bin', title: 'Greetings', domainId: IDS.brand });
  expect(await assets.database.publishedEvents()).toMatchObject([{ type: 'asset.created.v1' }]);
  await assets.runJob('asset.delete-objects');
  expect(await assets.objectKeys()).toEqual([asset.objectKey]);
});

test('when the connection is lost again and again, then the client goes on from what was kept', async () => {
  const slowly = () => link.throttle(400_000);
  slowly();
  const uploading = uploadByTus({ ...assets, port: link.port }, CONTENT);
  const dials = link.dialCount();
  for (const kept of [70_000, 250_000, 450_000]) {
    await eventually(async () => {
      const [upload] = (await tus.list()).items;
      expect(upload?.receivedByteSize).toBeGreaterThanOrEqual(kept);
    });
    link.cut();
    link.heal();
    slowly();
  }
  await bench.expectAsset(await uploading);
  expect(link.dialCount() - dials).toBeGreaterThanOrEqual(3);
  link.heal();
});

const HALF = CONTENT.subarray(0, 2.5 * UPLOAD_PART_BYTES);

/** Half of an upload, of which one piece is stored and the rest waits for more; `breakOff` ends its connection. */
const halfSent = async () => {
  const path = (await tus.create(CONTENT.length)).headers.get('location')!;
  const breaking = new AbortController();
  const body = new ReadableStream({ start: (stream) => stream.enqueue(HALF) });
  const sent = fetch(`http://127.0.0.1:${assets.port}${path}`, {
    method: 'PATCH',
    headers: {
      ...(await assets.headersOf(aUser())),
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    body,
    duplex: 'half',
    signal: breaking.signal,
  }).catch(() => null);
  await eventually(async () =>
    expect((await tus.show(path)).receivedByteSize).toBeGreaterThanOrEqual(UPLOAD_PART_BYTES),
  );
  const breakOff = async () => {
    breaking.abort();
    await sent;
  };
  return { path, breakOff };
};

test('when a request breaks off, then what had come is kept, to the last whole buffer', async () => {
  const { path, breakOff } = await halfSent();
  await breakOff();
  await eventually(async () => expect((await tus.head(path)).offset).toBe(HALF.length));
  expect((await tus.list()).items).toMatchObject([{ receivedByteSize: HALF.length, state: 'receiving' }]);
  expect(await bench.assetCount()).toBe(0);
  const rest = Buffer.from(CONTENT.subarray(HALF.length));
  expect(await tus.patch(path, HALF.length, rest)).toMatchObject({ status: 204, offset: CONTENT.length });
  await bench.expectAsset(path);
  expect((await tus.list()).items).toEqual([]);
});

test('when what came of a request that broke off is still being stored, then whoever asks how far it is waits for that', async () => {
  const { path, breakOff } = await halfSent();
  bench.faults.pieceTakesMs = 500;
  await breakOff();
  expect((await tus.head(path)).offset).toBe(HALF.length);
  bench.faults.pieceTakesMs = 0;
  const rest = Buffer.from(CONTENT.subarray(HALF.length));
  expect(await tus.patch(path, HALF.length, rest)).toMatchObject({ status: 204, offset: CONTENT.length });
});

test('when the service is another process by then, then it goes on all the same', async () => {
  const { headers } = await tus.create(CONTENT.length);
  const path = headers.get('location')!;
  const first = Buffer.from(CONTENT.subarray(0, 200_000));
  await tus.patch(path, 0, first);
  const service = createAssetService({
    ...{ database: assets.database, store: assets.store, newId, log: quietLog },
    clients: { share: { canSee: async () => ({ visible: true }) } as never },
    uploadByteSizeMax: 1_000_000,
  });
  const statements = createActorStatements('k'.repeat(32));
  const app = createServiceApp({ name: 'asset', routes: service.routes, statements, log: quietLog });
  const other = await listen(app, { host: '127.0.0.1', port: 0 });
  const there = tusCalls({ ...assets, port: other.port });
  const { offset } = await there.head(path);
  expect(offset).toBe(first.length);
  expect((await there.patch(path, offset, Buffer.from(CONTENT.subarray(offset)))).status).toBe(204);
  await bench.expectAsset(path);
  for (const worker of service.workers) await worker.stop();
  await other.close(500);
});
