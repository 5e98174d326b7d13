import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import sharp from 'sharp';

import { aWorkbench } from '../testing/rendition-workbench.ts';
import { frameParameters, probeParameters, readProbe } from './probe-video.ts';

const bench = await aWorkbench();
afterAll(bench.close);
const runFile = promisify(execFile);
const content = Buffer.from('what the programs below are asked to read');

/** Programs that stand where ffmpeg would: they answer and write as it does. */
const aProgramFolder = async (
  name: string,
  programs: { ffprobe: string; ffmpeg: string },
): Promise<string> => {
  const folder = path.join(bench.folder, name);
  await mkdir(folder);
  for (const [program, script] of Object.entries(programs)) {
    await writeFile(path.join(folder, program), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(folder, program), 0o755);
  }
  return folder;
};

const facts = JSON.stringify({ streams: [{ width: 640, height: 360 }], format: { duration: '12.345' } });

test('when no ffmpeg is there, then a video has no pictures and nothing failed', async () => {
  const result = await bench.render(content, 'video/mp4', {
    programFolder: path.join(bench.folder, 'nowhere'),
  });
  expect(result).toEqual({ isRendered: true });
});

test('when ffmpeg draws a frame, then it becomes thumbnail and preview', async () => {
  const frame = path.join(bench.folder, 'frame-of-640.png');
  await sharp({ create: { width: 640, height: 360, channels: 3, background: '#246' } }).toFile(frame);
  const programFolder = await aProgramFolder('drawing', {
    ffprobe: `echo '${facts}'`,
    ffmpeg: `for target; do :; done; cat '${frame}' > "$target"`,
  });
  expect(await bench.render(content, 'video/mp4', { programFolder })).toMatchObject({
    ...{ isRendered: true, width: 640, height: 360, durationMs: 12_345 },
    ...{ thumbnail: { width: 320, height: 180 }, preview: { width: 640, height: 360 } },
  });
});

test('when ffprobe cannot read the file, then the reason is corrupt and its last words are kept', async () => {
  const ffprobe = 'echo "moov atom not found" >&2; exit 1';
  const programFolder = await aProgramFolder('complaining', { ffprobe, ffmpeg: 'exit 1' });
  expect(await bench.render(content, 'video/mp4', { programFolder })).toEqual({
    isRendered: false,
    reason: 'corrupt',
    detail: 'moov atom not found',
  });
});

test('when ffmpeg never ends, then it is ended at the time limit', async () => {
  const programFolder = await aProgramFolder('endless', {
    ffprobe: `echo '${facts}'`,
    ffmpeg: 'exec sleep 60',
  });
  const result = await bench.render(content, 'video/mp4', { programFolder, limits: { timeoutMs: 300 } });
  expect(result).toMatchObject({ isRendered: false, reason: 'time-limit' });
});

test('when there is no video stream, then there are no pictures and nothing failed', async () => {
  const programFolder = await aProgramFolder('sound', {
    ffprobe: `echo '{"streams": []}'`,
    ffmpeg: 'exit 1',
  });
  expect(await bench.render(content, 'video/mp4', { programFolder })).toEqual({ isRendered: true });
});

test('when a phone was turned, then width and height are those that are shown', () => {
  const stream = { width: 1920, height: 1080, side_data_list: [{ rotation: -90 }] };
  expect(readProbe(JSON.stringify({ streams: [stream] }))).toEqual({ width: 1080, height: 1920 });
});

test.each([probeParameters('/a/b.mp4'), frameParameters('/a/b.mp4', '/a/c.png', { longestSide: 1600 })])(
  'when ffmpeg reads a file, then only this file and only as a container: %#',
  (...parameters) => {
    const text = parameters.join(' ');
    expect(text).toContain('-protocol_whitelist file -format_whitelist mov,');
    expect(text).toContain('-i file:/a/b.mp4');
    expect(text).not.toMatch(/hls|concat|lavfi/);
  },
);

testWhere(
  toolOnPath('ffmpeg'),
  'when it is a real film, then a frame at a tenth of it is drawn',
  async () => {
    const film = path.join(bench.folder, 'film.mp4');
    const picture = ['-f', 'lavfi', '-i', 'testsrc=size=1920x1080:rate=5:duration=2', '-pix_fmt', 'yuv420p'];
    await runFile('ffmpeg', ['-v', 'error', ...picture, film]);
    expect(await bench.renderFile(film, 'video/mp4')).toMatchObject({
      ...{ isRendered: true, width: 1920, height: 1080, durationMs: 2_000 },
      ...{ preview: { width: 1600, height: 900 } },
    });
    const playlist = path.join(bench.folder, 'list.mp4');
    await writeFile(playlist, `ffconcat version 1.0\nfile '${film}'\n`);
    expect(await bench.renderFile(playlist, 'video/mp4')).toMatchObject({
      isRendered: false,
      reason: 'corrupt',
    });
  },
);
