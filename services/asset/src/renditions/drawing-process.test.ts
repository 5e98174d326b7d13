import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { createDrawingProcess } from './drawing-process.ts';

let folder: string;
const drawing = createDrawingProcess(60_000);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-drawing-'));
});
afterAll(async () => {
  drawing.close();
  await rm(folder, { recursive: true });
});

const aPicture = async (name: string, content?: Buffer): Promise<string> => {
  const file = path.join(folder, name);
  const create = { width: 640, height: 480, channels: 3 as const, background: 'teal' };
  await writeFile(file, content ?? (await sharp({ create }).png().toBuffer()));
  return file;
};
const sourceOf = (sourcePath: string) => ({
  ...{ sourcePath, mediaType: 'image/png', kind: 'image' as const },
  outputFolder: `${sourcePath}-pictures`,
});

test('when files are drawn at once, then each gets its own pictures', async () => {
  const sources = await Promise.all(['a', 'b', 'c'].map((name) => aPicture(`${name}.png`)));
  const results = await Promise.all(sources.map((source) => drawing.render(sourceOf(source))));
  for (const result of results)
    expect(result).toMatchObject({ isRendered: true, width: 640, thumbnail: { width: 320 } });
  expect((await stat(path.join(folder, 'b.png-pictures', 'thumbnail.webp'))).size).toBeGreaterThan(0);
});

test('when a file is broken, then that is a fact; when it is missing, then an error', async () => {
  const broken = await aPicture('broken.png', Buffer.from('no picture'));
  expect(await drawing.render(sourceOf(broken))).toMatchObject({ isRendered: false });
  await expect(drawing.render(sourceOf(path.join(folder, 'missing.png')))).rejects.toThrow('ENOENT');
});

test('when nobody waits for it any more, then the drawing ends', async () => {
  const aborting = new AbortController();
  const source = await aPicture('aborted.png');
  const outcome = drawing.render({ ...sourceOf(source), signal: aborting.signal });
  aborting.abort();
  await expect(outcome).rejects.toThrow(/abort/i);
});

test('when the process ends under a file, then that file fails and the next one finds a new process', async () => {
  const own = createDrawingProcess();
  const source = await aPicture('ended.png');
  const outcome = own.render(sourceOf(source));
  own.close();
  await expect(outcome).rejects.toThrow('ended');
  expect(await own.render(sourceOf(source))).toMatchObject({ isRendered: true });
  own.close();
});
