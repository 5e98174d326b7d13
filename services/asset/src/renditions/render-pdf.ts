import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { PREVIEW_PX } from '@vitrine/contracts/pictures.ts';
import sharp from 'sharp';

import { messageOf, reasonOf } from './failure-reason.ts';
import type { PdfAnswer, PdfRequest } from './pdf-message.ts';
import { renditionFailure } from './rendition.ts';
import type { RenditionResult } from './rendition.ts';
import type { RenderRequest } from './render-request.ts';
import { encodePictures, writePictures } from './write-pictures.ts';

/** One page, drawn at the size of its picture whatever size the page claims to have. */
export const renderPdf = async (request: RenderRequest): Promise<RenditionResult> => {
  const { sourcePath, outputFolder, limits, signal, page: number = 1, previewAlonePx } = request;
  const { size } = await stat(sourcePath);
  if (size > limits.documentByteSize) return renditionFailure('too-large', `A PDF of ${size} bytes.`);
  const source = await readFile(sourcePath, { signal });
  const memoryByteSize = size + limits.documentMemoryByteSize;
  const wanted = { source, page: number, longestSide: previewAlonePx ?? PREVIEW_PX, memoryByteSize };
  const answer = await drawInWorker(wanted, signal);
  if (!answer.isDrawn) {
    const failure = renditionFailure(reasonOf(answer.message), answer.message);
    return answer.pageCount === null ? failure : { ...failure, pageCount: answer.pageCount };
  }
  const { pixels, width, height, size: pageSize, pageCount } = answer;
  const page = sharp(pixels, { raw: { width, height, channels: 4 } }).flatten({ background: 'white' });
  const pictures = await encodePictures(page, limits.timeoutMs, previewAlonePx);
  signal.throwIfAborted();
  return { isRendered: true, ...pageSize, pageCount, ...(await writePictures(outputFolder, pictures)) };
};

/** A thread of its own, since PDFium cannot be interrupted: at the time limit the thread is ended. */
const drawInWorker = async (workerData: PdfRequest, signal: AbortSignal): Promise<PdfAnswer> => {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    env: {},
    // PDFium's WebAssembly speaks to the console about broken files.
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(worker, signal);
  } finally {
    await worker.terminate();
  }
};

const answerOf = async (worker: Worker, signal: AbortSignal): Promise<PdfAnswer> => {
  const ended = once(worker, 'exit', { signal }).then((): PdfAnswer =>
    nothing('The drawing thread ended early.'),
  );
  const answered = once(worker, 'message', { signal }).then(([answer]) => answer as PdfAnswer);
  try {
    return await Promise.race([answered, ended]);
  } catch (error) {
    signal.throwIfAborted();
    return nothing(messageOf(error));
  }
};

const nothing = (message: string): PdfAnswer => ({ isDrawn: false, message, pageCount: null });
