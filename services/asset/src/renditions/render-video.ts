import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PREVIEW_PX } from '@vitrine/contracts/pictures.ts';
import sharp from 'sharp';

import { complaintOf, isErrorLike } from './failure-reason.ts';
import { frameParameters, probeParameters, readProbe } from './probe-video.ts';
import type { VideoFacts } from './probe-video.ts';
import { renditionFailure } from './rendition.ts';
import type { RenditionFailure, RenditionResult } from './rendition.ts';
import type { RenderRequest } from './render-request.ts';
import { encodePictures, writePictures } from './write-pictures.ts';

const runFile = promisify(execFile);

/** Where no ffmpeg is on the path a video has no pictures, and that is no failure. */
export const renderVideo = async (request: RenderRequest): Promise<RenditionResult> => {
  try {
    const facts = await probe(request);
    if (!facts) return { isRendered: true };
    return 'isRendered' in facts ? facts : await drawFrame(request, facts);
  } catch (error) {
    if (isMissingProgram(error)) return { isRendered: true };
    request.signal.throwIfAborted();
    return renditionFailure('corrupt', messageIn(error));
  }
};

const probe = async (request: RenderRequest): Promise<VideoFacts | RenditionFailure | undefined> => {
  const facts = readProbe(await run('ffprobe', probeParameters(request.sourcePath), request));
  const pixelCount = facts ? facts.width * facts.height : 0;
  return pixelCount > request.limits.pixelCount
    ? renditionFailure('too-large', `A video of ${pixelCount} pixels.`)
    : facts;
};

const drawFrame = async (request: RenderRequest, facts: VideoFacts): Promise<RenditionResult> => {
  const { sourcePath, outputFolder, limits } = request;
  const framePath = path.join(outputFolder, 'frame.png');
  try {
    await run(
      'ffmpeg',
      frameParameters(sourcePath, framePath, { ...facts, longestSide: PREVIEW_PX }),
      request,
    );
    const pictures = await encodePictures(sharp(framePath), limits.timeoutMs);
    return { isRendered: true, ...facts, ...(await writePictures(outputFolder, pictures)) };
  } finally {
    await rm(framePath, { force: true });
  }
};

const run = async (
  program: 'ffmpeg' | 'ffprobe',
  parameters: string[],
  { signal, programFolder }: RenderRequest,
): Promise<string> => {
  const file = programFolder === undefined ? program : path.join(programFolder, program);
  const { stdout } = await runFile(file, parameters, {
    signal,
    killSignal: 'SIGKILL',
    maxBuffer: 1024 * 1024,
  });
  return stdout;
};

const isMissingProgram = (error: unknown): boolean =>
  isErrorLike(error) && 'code' in error && error.code === 'ENOENT' && 'syscall' in error;

const messageIn = (error: unknown): string =>
  complaintOf(error).split('\n').at(-1) || 'The video could not be read.';
