import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, expect } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import sharp from 'sharp';
import { PICTURE_NAMES, pictureKey } from '../src/asset.ts';
import { aUser } from '../src/testing/actors.ts';
import { aJpeg } from './a-jpeg.ts';
import { useAssetsOnS3 } from './assets-on-s3.ts';

const { assets, s3, test, deleteDue } = useAssetsOnS3(({ faults }) => faults.store);
let jpeg: Buffer<ArrayBuffer>;
beforeAll(async () => {
  jpeg = await aJpeg();
});

const aDrawnAsset = async () => {
  const { body } = await assets().upload({ name: 'dunes.jpg', content: jpeg });
  await assets().service.renderLoop.idle();
  return (await assets().get(body.id)).body;
};
const see = (path: string) => assets().request(aUser(), path);
const originalOf = async (id: string) => (await assets().database.repositories.assets.byId(id))!;
const nothingIsLeft = async () => {
  const [row] = await assets().database.sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM object_to_delete',
  );
  expect(row?.count).toBe(0);
  expect(await assets().objectKeys()).toEqual([]);
};

test('when an image is uploaded into S3, then it is measured, drawn from a copy, and shown from there', async () => {
  const asset = await aDrawnAsset();
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  expect(asset).toMatchObject({ sha256, byteSize: jpeg.length, availability: 'available', width: 640 });
  const picture = await see(asset.thumbnailUrl!);
  expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 320 });
  const { objectKey } = await originalOf(asset.id);
  const pictures = PICTURE_NAMES.map((name) => pictureKey(asset.id, name)).toSorted();
  expect(await assets().objectKeys()).toEqual([objectKey, ...pictures]);
  expect(await assets().store.stat(objectKey)).toMatchObject({ byteSize: jpeg.length });
});

test('when an upload is cut off half-way, then nothing is left in the bucket', async () => {
  const boundary = 'cut';
  const request = await assets().rawUpload({
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': '500000',
  });
  request.on('error', () => undefined);
  const disposition = 'content-disposition: form-data; name="file"; filename="a.bin"';
  request.write(`--${boundary}\r\n${disposition}\r\n\r\n${'x'.repeat(200_000)}`);
  await eventually(async () =>
    expect(await assets().database.sql.query('TABLE object_to_delete')).toHaveLength(1),
  );
  request.destroy();
  await new Promise((resolve) => request.once('close', resolve));
  await eventually(nothingIsLeft);
});

test('when an asset is removed, then the job deletes its objects from the bucket', async () => {
  const { id } = await aDrawnAsset();
  expect(await assets().objectKeys()).toHaveLength(4);
  expect((await assets().remove(id)).status).toBe(204);
  await deleteDue();
  await nothingIsLeft();
});

test('when the store cannot be reached, then uploads and pictures say that, and work again when it is back', async () => {
  const { thumbnailUrl } = await aDrawnAsset();
  await s3().faults.cut();
  const refused = { status: 503, body: { code: 'temporarily-unavailable' } };
  expect(await assets().upload({ content: 'hello' })).toMatchObject(refused);
  expect((await see(thumbnailUrl!)).status).toBe(503);
  s3().faults.heal();
  await eventually(async () => expect((await see(thumbnailUrl!)).status).toBe(200));
  expect((await assets().upload({ content: 'hello' })).status).toBe(201);
});

test('when all objects are as they were written down, then verifying finds nothing', async () => {
  await aDrawnAsset();
  const steps: number[] = [];
  const found = await assets().service.verifyObjects({
    onChecked: ({ objectCount }) => steps.push(objectCount),
  });
  expect(found).toMatchObject({ objectCount: 4, faults: [] });
  expect(found.byteSize).toBeGreaterThan(jpeg.length);
  expect(steps).toEqual([1, 2, 3, 4]);
});

test('when objects are missing, shorter, or have another byte, then verifying names each of them', async () => {
  const put = (key: string, bytes: Uint8Array) =>
    assets().store.put(key, Readable.from([Buffer.from(bytes)]));
  const [missing, short, changed, whole] = await Promise.all(
    ['missing', 'short', 'changed', 'whole'].map(async (name) => {
      const { body } = await assets().upload({ name: `${name}.txt`, content: `content of ${name}` });
      return originalOf(body.id);
    }),
  );
  await assets().service.renderLoop.idle();
  await assets().store.delete(missing!.objectKey);
  await put(short!.objectKey, Buffer.from('content'));
  await put(changed!.objectKey, Buffer.from('content of changeD'));
  const { faults, objectCount } = await assets().service.verifyObjects();
  expect(objectCount).toBe(4);
  expect(faults.map(({ fileName, fault }) => [fileName, fault]).sort()).toEqual([
    ['changed.txt', 'checksum'],
    ['missing.txt', 'missing'],
    ['short.txt', 'size'],
  ]);
  expect(faults.map(({ assetId }) => assetId)).not.toContain(whole!.id);
});

test('when the store cannot be reached, then verifying says so of each object instead of calling it missing', async () => {
  await assets().upload({ name: 'a.txt', content: 'hello' });
  await s3().faults.cut();
  const { faults } = await assets().service.verifyObjects();
  expect(faults).toMatchObject([{ fileName: 'a.txt', fault: 'unreadable' }]);
});
