import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';

import { messageOf } from './failure-reason.ts';
import type { PdfAnswer, PdfRequest } from './pdf-message.ts';

/** As much of WebAssembly as is used here: its types belong to the browser's, which this program does without. */
type WasmImports = { env: { emscripten_resize_heap: (byteSize: number) => number } };
type WasmInstance = { exports: unknown };
type WasmRuntime = {
  compile: (code: Uint8Array) => Promise<object>;
  Instance: new (module: object, imports: WasmImports) => WasmInstance;
};
type Pdfium = Awaited<ReturnType<typeof PDFiumLibrary.init>>;
type PdfiumOptions = {
  /** The package's types let `onReady` take the module; its code takes the instance. */
  instantiateWasm: (imports: WasmImports, onReady: (instance: WasmInstance) => void) => unknown;
};

const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: WasmRuntime };
const { init } = PDFiumLibrary as unknown as { init: (options: PdfiumOptions) => Promise<Pdfium> };
const wasmFile = fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'));

/** `resourceLimits` of a worker do not count the memory of WebAssembly, so its growth is bounded here. */
const openPdfium = async (memoryByteSize: number): Promise<Pdfium> => {
  const module = await wasm.compile(await readFile(wasmFile));
  return init({
    instantiateWasm: (imports, onReady) => {
      const grow = imports.env.emscripten_resize_heap;
      const growWithin = (byteSize: number): number => {
        // PDFium would only abort; thrown through it, this says what happened.
        if (byteSize >>> 0 > memoryByteSize) throw new Error('The PDF takes more memory than is allowed.');
        return grow(byteSize);
      };
      const env = { ...imports.env, emscripten_resize_heap: growWithin };
      const instance = new wasm.Instance(module, { ...imports, env });
      onReady(instance);
      return instance.exports;
    },
  });
};

/** What was learned before it failed. */
const known: { pageCount: number | null } = { pageCount: null };
const notDrawn = (message: string): PdfAnswer => ({ isDrawn: false, message, ...known });

/** A page may claim any size: what is kept is a whole number that a column holds. */
const pointsOf = (points: number): number => Math.min(1_000_000, Math.max(1, Math.round(points)));

const draw = async ({
  source,
  page: number,
  longestSide,
  memoryByteSize,
}: PdfRequest): Promise<PdfAnswer> => {
  const library = await openPdfium(memoryByteSize);
  const document = await library.loadDocument(source);
  const pageCount = document.getPageCount();
  known.pageCount = pageCount > 0 ? pageCount : null;
  if (number > pageCount) return notDrawn(`The PDF has no page ${number}.`);
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth > 0 && originalHeight > 0))
    return notDrawn(`The page ${number} of the PDF has no size.`);
  const scale = longestSide / Math.max(originalWidth, originalHeight);
  const sideOf = (points: number): number => Math.min(longestSide, Math.max(1, Math.round(points * scale)));
  const { data, width, height } = await page.render({
    width: sideOf(originalWidth),
    height: sideOf(originalHeight),
    scale: 1,
    render: ({ data: pixels }) => Promise.resolve(pixels),
  });
  const size = { width: pointsOf(originalWidth), height: pointsOf(originalHeight) };
  return { isDrawn: true, pixels: data, width, height, size, pageCount };
};

const answer = await draw(workerData as PdfRequest).catch((error: unknown) => notDrawn(messageOf(error)));
parentPort?.postMessage(answer, answer.isDrawn ? [answer.pixels.buffer as ArrayBuffer] : []);
