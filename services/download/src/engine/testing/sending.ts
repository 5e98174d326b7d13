import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { createDiskSource } from '../disk-source.ts';
import type { DiskSource } from '../disk-source.ts';
import { layOut } from '../layout.ts';
import type { SendRange } from '../sender.ts';
import { createSlabPool } from '../slab-pool.ts';
import type { SlabPool } from '../slab-pool.ts';
import { archiveFile } from '../virtual-file.ts';
import { aStoredFile, bytesOf, patterned } from './archives.ts';
import { serveFile } from './served-file.ts';

const files = [
  aStoredFile('a.txt', 'small'),
  aStoredFile('empty.txt', ''),
  aStoredFile('big.bin', patterned(3_000_000)),
  ...Array.from({ length: 60 }, (_, index) =>
    aStoredFile(`small ${index}.bin`, patterned(index * 100, index)),
  ),
  aStoredFile('bigger.bin', patterned(6_000_000, 7)),
];
const layout = layOut(files.map(({ entry }) => entry));
const archive = archiveFile(layout, String);
const wholeArchive = bytesOf(archive, (objectKey, offset, length) =>
  files[Number(objectKey)]!.content.subarray(offset, offset + length),
);

/** Objects on a disk and a server that sends them, for each test; after it, nothing of it may be left open. */
export const startSending = () => {
  let folder: string;
  let source: DiskSource;
  let pool: SlabPool;
  let served: Awaited<ReturnType<typeof serveFile>> | undefined;
  const pathOf = (objectKey: string) => path.join(folder, objectKey);

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vitrine-sender-'));
    await Promise.all(files.map(({ content }, index) => writeFile(pathOf(`${index}`), content)));
    source = createDiskSource({ pathOf });
    pool = createSlabPool({ mostLarge: 4 });
  });
  afterEach(async () => {
    await served?.close();
    await source.close();
    await assertAllIsBack();
    await rm(folder, { recursive: true });
  });

  const assertAllIsBack = async (): Promise<void> => {
    expect(pool.inUse()).toEqual({ small: 0, large: 0 });
    expect(await openFilesIn(folder)).toEqual([]);
  };
  const serve = async (overrides: Partial<SendRange> = {}) => {
    const { file = archive } = overrides;
    const signal = new AbortController().signal;
    served = await serveFile({ file, from: 0, to: file.byteSize, source, pool, signal, ...overrides });
    return served;
  };
  const download = async (overrides: Partial<SendRange> = {}): Promise<Buffer> => {
    const { url, close } = await serve(overrides);
    const body = await fetch(url).then((response) => response.arrayBuffer());
    await close();
    return Buffer.from(body);
  };
  return { archive, layout, files, wholeArchive, pathOf, serve, download, assertAllIsBack };
};

/** Files of a folder that this process has open, where the system tells. */
const openFilesIn = async (folder: string): Promise<string[]> => {
  const descriptors = await readdir('/proc/self/fd').catch(() => []);
  const targets = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(folder));
};
