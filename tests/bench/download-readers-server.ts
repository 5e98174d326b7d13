// Serves large and long files by the engine, and something else beside: one process of the benchmark of readers.
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createDiskSource } from '../../services/download/src/engine/disk-source.ts';
import { layOut } from '../../services/download/src/engine/layout.ts';
import { archiveFile, singleFile } from '../../services/download/src/engine/virtual-file.ts';
import { oursFrom } from './download-contestants.ts';

const gibibyte = 1024 ** 3;
const small = 10 * 1024;

/** A file of zeros that takes no room on the disk. */
const makeSparse = (file: string, byteSize: number): void => {
  const descriptor = openSync(file, 'w');
  ftruncateSync(descriptor, byteSize);
  closeSync(descriptor);
};

/** A planned zip of so many small files, which are one and the same file. */
const zipOf = (count: number) =>
  archiveFile(
    layOut(
      Array.from({ length: count }, (_, index) => ({
        name: `photo ${index}.jpg`,
        byteSize: small,
        crc32: 0,
        modifiedAt: 0,
        sha256: '0'.repeat(64),
      })),
    ),
    () => 'small',
  );

const serve = (folder: string): void => {
  makeSparse(path.join(folder, 'large'), gibibyte);
  makeSparse(path.join(folder, 'small'), small);
  const ours = oursFrom(createDiskSource({ pathOf: (objectKey) => path.join(folder, objectKey) }));
  const routes: Record<string, RequestListener> = {
    '/d/gibibyte': ours(singleFile({ objectKey: 'large', byteSize: gibibyte, sha256: '' })),
    '/d/zip-10': ours(zipOf(10)),
    '/d/zip-20000': ours(zipOf(20_000)),
    '/d/zip-100000': ours(zipOf(100_000)),
    '/else': (_, response) => void response.end('something else'),
  };
  const server = createServer((request, response) => routes[request.url ?? '']?.(request, response));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  process.on('message', (message: 'begin' | 'end') => {
    if (message === 'begin') delay.enable();
    else process.send?.({ loopDelayP99Ms: delay.percentile(99) / 1e6 });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
};

serve(process.argv[2] ?? '');
