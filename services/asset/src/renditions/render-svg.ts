import { execFile } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PREVIEW_PX } from '@vitrine/contracts/pictures.ts';
import sharp from 'sharp';
import { z } from 'zod';

import { complaintOf, reasonOf } from './failure-reason.ts';
import { renditionFailure } from './rendition.ts';
import type { RenditionResult } from './rendition.ts';
import type { RenderRequest } from './render-request.ts';
import { encodePictures, writePictures } from './write-pictures.ts';

const runFile = promisify(execFile);
const svgProcess = fileURLToPath(new URL('./svg-process.ts', import.meta.url));
const SvgSize = z.object({ width: z.number(), height: z.number() });

export const renderSvg = async (request: RenderRequest): Promise<RenditionResult> => {
  const { limits, outputFolder, previewAlonePx } = request;
  const { size: byteSize } = await stat(request.sourcePath);
  if (byteSize > limits.documentByteSize)
    return renditionFailure('too-large', `An SVG of ${byteSize} bytes.`);
  const rasterPath = path.join(outputFolder, 'svg.png');
  try {
    const size = await rasterise(request, rasterPath);
    if ('isRendered' in size) return size;
    const pictures = await encodePictures(sharp(rasterPath), limits.timeoutMs, previewAlonePx);
    return { isRendered: true, ...size, ...(await writePictures(outputFolder, pictures)) };
  } finally {
    await rm(rasterPath, { force: true });
  }
};

const rasterise = async (
  { sourcePath, limits, signal, previewAlonePx = PREVIEW_PX }: RenderRequest,
  rasterPath: string,
): Promise<{ width: number; height: number } | RenditionResult> => {
  const parameters = [svgProcess, sourcePath, rasterPath, String(previewAlonePx), String(limits.pixelCount)];
  try {
    const options = { signal, killSignal: 'SIGKILL', env: {}, maxBuffer: 64 * 1024 } as const;
    const { stdout } = await runFile(process.execPath, parameters, options);
    return SvgSize.parse(JSON.parse(stdout));
  } catch (error) {
    signal.throwIfAborted();
    const message = messageIn(error);
    return renditionFailure(reasonOf(message), message);
  }
};

const messageIn = (error: unknown): string =>
  /Error: (.*)/.exec(complaintOf(error))?.[1] ?? 'The SVG could not be drawn.';
