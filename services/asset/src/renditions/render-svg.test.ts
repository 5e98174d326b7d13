import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import sharp from 'sharp';

import { aWorkbench } from '../testing/rendition-workbench.ts';

const bench = await aWorkbench();
afterAll(bench.close);

const anSvg = (content: string, size = 'width="200" height="100"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${content}</svg>`,
  );

test('when it is an SVG, then it is drawn sharp at the size of the preview', async () => {
  const result = await bench.render(anSvg('<rect width="200" height="100" fill="#06c"/>'), 'image/svg+xml');
  expect(result).toMatchObject({
    ...{ isRendered: true, width: 200, height: 100 },
    ...{ thumbnail: { width: 320, height: 160 }, preview: { width: 1600, height: 800 } },
  });
});

test('when an SVG names files and addresses, then nothing of them is loaded', async () => {
  const secretPath = path.join(bench.folder, 'secret.png');
  await sharp({ create: { width: 200, height: 100, channels: 3, background: '#ff0000' } }).toFile(secretPath);
  let visitCount = 0;
  const server = createServer((_request, response) => {
    visitCount += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const references = [
    pathToFileURL(secretPath).href,
    'secret.png',
    secretPath,
    `http://127.0.0.1:${port}/x.png`,
  ];
  const images = references.map(
    (href) => `<image width="200" height="100" xlink:href="${href}" href="${href}"/>`,
  );
  const background = '<rect width="200" height="100" fill="#00ff00"/>';
  const style = `<style>@import url("http://127.0.0.1:${port}/a.css");</style>`;
  const result = await bench.render(anSvg(style + background + images.join('')), 'image/svg+xml');
  await new Promise((resolve) => server.close(resolve));
  const { dominant } = await bench.read(result, 'preview').stats();
  expect([dominant.g > 200, dominant.r < 100, visitCount]).toEqual([true, true, 0]);
});

test('when an SVG takes a file in as an entity, then it fails or shows nothing of it', async () => {
  const source = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"
    width="200" height="100"><text y="50">&x;</text></svg>`;
  const result = await bench.render(Buffer.from(source), 'image/svg+xml');
  const drawn = result.isRendered ? await bench.read(result, 'preview').stats() : undefined;
  expect(drawn?.isOpaque ?? false).toBe(false);
});

test('when an SVG claims 2000000 pixels a side, then it is drawn at the size of the preview or refused', async () => {
  const result = await bench.render(
    anSvg('<rect width="9" height="9"/>', 'width="2000000" height="2000000"'),
    'image/svg+xml',
  );
  if (result.isRendered) expect(result.preview?.width).toBeLessThanOrEqual(1600);
  else expect(result).toMatchObject({ reason: 'too-large' });
});

test('when an SVG keeps its painter busy, then the process is ended at the time limit', async () => {
  const turbulence = '<filter id="f"><feTurbulence baseFrequency="0.9" numOctaves="200"/></filter>';
  const bomb = anSvg(turbulence + '<rect width="200" height="100" filter="url(#f)"/>'.repeat(400));
  const before = performance.now();
  const result = await bench.render(bomb, 'image/svg+xml', { limits: { timeoutMs: 700 } });
  expect(result).toMatchObject({ isRendered: false, reason: 'time-limit' });
  expect(performance.now() - before).toBeLessThan(10_000);
});

test('when an SVG is not well-formed, then the reason is corrupt', async () => {
  const result = await bench.render(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'),
    'image/svg+xml',
  );
  expect(result).toMatchObject({ isRendered: false, reason: 'corrupt' });
});
