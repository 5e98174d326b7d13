import { open, read, statSync } from 'node:fs';
import type { PathLike } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createDiskSource } from '../../services/download/src/engine/disk-source.ts';
import { layOut } from '../../services/download/src/engine/layout.ts';
import type { ArchiveEntry } from '../../services/download/src/engine/layout.ts';
import { sendRange } from '../../services/download/src/engine/sender.ts';
import { createSlabPool } from '../../services/download/src/engine/slab-pool.ts';
import { archiveFile, singleFile } from '../../services/download/src/engine/virtual-file.ts';
import type { VirtualFile } from '../../services/download/src/engine/virtual-file.ts';

/** What the driver tells this process, and what it answers. */
export type BenchFiles = { folder: string; readyFile: string; entries: ArchiveEntry[] };
export type BenchUsage = { cpuMs: number; memoryMb: number };
export type BenchAnswer = { port: number } | BenchUsage;

const slabByteSize = 1024 * 1024;

const startServer = ({ folder, readyFile, entries }: BenchFiles): void => {
  const pathOf = (objectKey: string) => path.resolve(folder, objectKey);
  const source = createDiskSource({ pathOf });
  const pool = createSlabPool({ mostLarge: 32 });
  const ready = { objectKey: readyFile, byteSize: statSync(readyFile).size, sha256: '' };
  const send = async (response: ServerResponse, file: VirtualFile): Promise<void> => {
    response.setHeader('content-length', file.byteSize);
    const { signal } = new AbortController();
    await sendRange({ response, file, from: 0, to: file.byteSize, source, pool, signal });
    response.end();
  };
  const server = createServer((request, response) => {
    if (request.url === '/engine') {
      void send(
        response,
        archiveFile(layOut(entries), (index) => `object-${index}`),
      );
    } else if (request.url === '/engine-ready') void send(response, singleFile(ready));
    else void plainly(response, readyFile, ready.byteSize);
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port } satisfies BenchAnswer);
  });
};

/** The rod to measure by: a ready file, read and written with two buffers and nothing else. */
const plainly = async (response: ServerResponse, file: PathLike, byteSize: number): Promise<void> => {
  response.setHeader('content-length', byteSize);
  const descriptor = await new Promise<number>((resolve, reject) => {
    open(file, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const buffers = [Buffer.alloc(slabByteSize), Buffer.alloc(slabByteSize)] as const;
  const fill = (buffer: Buffer, position: number) =>
    new Promise<number>((resolve, reject) => {
      read(descriptor, buffer, 0, slabByteSize, position, (error, count) =>
        error ? reject(error) : resolve(count),
      );
    });
  let [current, next] = buffers as [Buffer, Buffer];
  let filled = fill(current, 0);
  for (let position = 0; position < byteSize;) {
    const count = await filled;
    position += count;
    filled = fill(next, position);
    const writing = current;
    await new Promise((written) => response.write(writing.subarray(0, count), written));
    [current, next] = [next, current];
  }
  response.end();
};

process.on('message', (message: BenchFiles | 'usage') => {
  if (message === 'usage') process.send?.(usage());
  else startServer(message);
});

const usage = (): BenchAnswer => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1e6 };
};
