// Measures the archive engine against a ready-made zip of the same bytes:
//   node_modules/.bin/node tests/bench/download-engine.ts [rounds] [address of another server of ready.zip]
// Rounds are interleaved, the client is curl, the disk is warm. Prints the median of MB/s and CPU per GB.
import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { ArchiveEntry } from '../../services/download/src/engine/layout.ts';
import type { BenchAnswer, BenchFiles, BenchUsage } from './download-engine-server.ts';

const [rounds = '9', otherServer] = process.argv.slice(2);
const scenarios = [
  { name: '200 x 5 MiB', count: 200, byteSize: 5 * 1024 * 1024 },
  { name: '20,000 x 10 KiB', count: 20_000, byteSize: 10 * 1024 },
];
const routes = ['plain', 'engine-ready', 'engine'];

const makeFiles = (folder: string, count: number, byteSize: number): ArchiveEntry[] => {
  mkdirSync(folder);
  const content = randomBytes(byteSize);
  return Array.from({ length: count }, (_, index) => {
    content.writeUInt32LE(index);
    writeFileSync(path.join(folder, `object-${index}`), content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return {
      name: `photo ${index}.jpg`,
      byteSize,
      crc32: crc32(content),
      modifiedAt: Date.UTC(2026, 0),
      sha256,
    };
  });
};

const ask = async <Answer extends BenchAnswer>(server: ChildProcess, message: BenchFiles | 'usage') => {
  const answered = once(server, 'message');
  server.send(message);
  return (await answered)[0] as Answer;
};

type Sample = { mbPerSecond: number; cpuMsPerGb: number };

const download = async (server: ChildProcess, url: string): Promise<Sample> => {
  const before = await ask<BenchUsage>(server, 'usage');
  const format = '%{time_total} %{size_download}';
  const said = execFileSync('curl', ['-sf', '--noproxy', '*', '-o', '/dev/null', '-w', format, url], {
    encoding: 'utf8',
  });
  const [seconds = 0, byteSize = 0] = said.split(' ').map(Number);
  const after = await ask<BenchUsage>(server, 'usage');
  return {
    mbPerSecond: byteSize / seconds / 1e6,
    cpuMsPerGb: (after.cpuMs - before.cpuMs) / (byteSize / 1e9),
  };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const measure = async (folder: string, entries: ArchiveEntry[]): Promise<void> => {
  const readyFile = path.join(folder, 'ready.zip');
  writeFileSync(readyFile, '');
  const makeReady = fork(new URL('./download-engine-server.ts', import.meta.url));
  const { port } = await ask<{ port: number }>(makeReady, { folder, readyFile, entries });
  execFileSync('curl', ['-sf', '--noproxy', '*', '-o', readyFile, `http://127.0.0.1:${port}/engine`]);
  makeReady.kill();

  const server = fork(new URL('./download-engine-server.ts', import.meta.url));
  const started = await ask<{ port: number }>(server, { folder, readyFile, entries });
  const urls = new Map(routes.map((route) => [route, `http://127.0.0.1:${started.port}/${route}`]));
  if (otherServer) urls.set('other', new URL(readyFile, otherServer).href);
  const samples = new Map([...urls.keys()].map((route) => [route, [] as Sample[]]));
  for (let round = 0; round <= Number(rounds); round += 1) {
    for (const [route, url] of urls) {
      const sample = await download(server, url);
      if (round > 0) samples.get(route)?.push(sample);
    }
  }
  const plain = median((samples.get('plain') ?? []).map(({ mbPerSecond }) => mbPerSecond));
  for (const [route, taken] of samples) {
    const speed = median(taken.map(({ mbPerSecond }) => mbPerSecond));
    const cpu = median(taken.map(({ cpuMsPerGb }) => cpuMsPerGb));
    console.log(
      route.padEnd(14),
      `${speed.toFixed(0)} MB/s`,
      (speed / plain).toFixed(2),
      `${cpu.toFixed(0)} ms CPU/GB`,
    );
  }
  console.log('memory at the end', (await ask<BenchUsage>(server, 'usage')).memoryMb.toFixed(0), 'MB');
  server.kill();
};

const root = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));
try {
  for (const { name, count, byteSize } of scenarios) {
    console.log(`\n${name}`);
    const folder = path.join(root, `${count}`);
    await measure(folder, makeFiles(folder, count, byteSize));
  }
} finally {
  rmSync(root, { recursive: true });
}
