import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import sharp from 'sharp';
import { createRenderLoop } from '../src/render-assets/render-loop.ts';
import { createDrawingProcess } from '../src/renditions/drawing-process.ts';
import { aJpeg } from './a-jpeg.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

const dyingProgram = fileURLToPath(new URL('../src/testing/dying-drawing.worker.ts', import.meta.url));

let assets: AssetServiceUnderTest;
let jpeg: Buffer<ArrayBuffer>;
beforeAll(async () => {
  assets = await anAssetService();
  jpeg = await aJpeg();
});
afterAll(() => assets.close());

test('when a process died while it drew, then another does it after the lease; after three deaths no more', async () => {
  const { body } = await assets.upload({ name: 'dunes.jpg', content: jpeg });
  const { renderJobs } = assets.database.repositories;
  expect(await renderJobs.claim(3_600)).toMatchObject({ assetId: body.id, attempts: 1 });
  expect(await renderJobs.claim(3_600)).toBeNull();
  await renderJobs.extend(body.id, 0);
  expect(await renderJobs.claim(0)).toMatchObject({ attempts: 2, failures: 0 });
  expect(await renderJobs.claim(0)).toMatchObject({ attempts: 3 });
  await assets.service.renderLoop.idle();
  expect((await assets.get(body.id)).body).toMatchObject({ downloadable: true, thumbnailUrl: null });
});

test('when a file brings the drawing process down, then it is given up after three times, and its neighbour is drawn', async () => {
  const gif = Buffer.from(await sharp(jpeg).gif().toBuffer());
  const { body: deadly } = await assets.upload({ name: 'deadly.gif', content: gif });
  const { body: innocent } = await assets.upload({ name: 'dunes.jpg', content: jpeg });
  const drawn: string[] = [];
  const startDrawing = () => {
    const { render, close } = createDrawingProcess(60_000, dyingProgram);
    return {
      close,
      render: (source: Parameters<typeof render>[0]) => {
        drawn.push(source.mediaType);
        return render(source);
      },
    };
  };
  const { database, store } = assets;
  const loop = createRenderLoop({ database, store, log: quietLog, startDrawing });
  await loop.idle();
  await loop.stop();
  expect(drawn.filter((mediaType) => mediaType === 'image/gif')).toHaveLength(3);
  const withoutPictures = { availability: 'available', downloadable: true, thumbnailUrl: null };
  expect((await assets.get(deadly.id)).body).toMatchObject(withoutPictures);
  expect((await assets.get(innocent.id)).body).toMatchObject({ thumbnailUrl: expect.any(String) });
});
