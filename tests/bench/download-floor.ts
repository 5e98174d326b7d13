import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBinary } from '@vitrine/platform/testing/infrastructure/find-binary.ts';
import { layOut } from '../../services/download/src/engine/layout.ts';
import type { Task } from './download-contestants.ts';
import { keyOf, storeIn } from './download-files.ts';

const compiler = findBinary('cc');
const source = fileURLToPath(new URL('./download-floor.c', import.meta.url));

/** As in the program: what is larger is no matter of opening files. */
const SLAB_BYTE_SIZE = 1 << 20;

/** Starts the least that a C program can do which opens each file; null where nothing compiles it, or files are large. */
export const startFloor = async (task: Task, threads: 1 | 2) => {
  const [{ byteSize: fileSize, name } = { byteSize: 0, name: '' }] = task.entries;
  const headerSize = 30 + name.length;
  if (compiler === null || headerSize + fileSize > SLAB_BYTE_SIZE) return null;
  const binary = path.join(task.folder, `download-floor-${threads}`);
  const list = `${binary}.txt`;
  const { pathOf } = await storeIn(task.folder);
  execFileSync(compiler, ['-O2', '-o', binary, source, '-lpthread']);
  writeFileSync(list, task.entries.map((_, index) => `${pathOf(keyOf(index))}\n`).join(''));
  const totalSize = layOut(task.entries).byteSize;
  const child = spawn(binary, [list, fileSize, headerSize, totalSize, threads].map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    name: `C: open, read, close, write, ${threads} thread${threads === 1 ? '' : 's'}`,
    url: `http://127.0.0.1:${line.toString().trim()}/`,
    pids: [child.pid ?? 0],
    stop: () => void child.kill(),
  };
};
