/**
 * Many readers of one process that reads from an S3 store: what 200 slow ones cost in memory and in connections to the
 * store, how long other requests wait beside them and beside 50 at full speed. A third each read one file of 256 MiB, a
 * zip of 40 × 5 MiB and one of 5,000 × 10 KiB that lie together in packs.
 *
 *   node_modules/.bin/node tests/bench/download-store-readers.ts [seconds of each, 30]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { bucketOn } from '@vitrine/platform/testing/s3-under-test.ts';
import { memoryMbOf, messageOf, quantile } from './download-measure.ts';
import { firstByteMs, readByRate, readFast } from './download-reading.ts';
import type { StoreAnswer, StoreTask } from './download-store-server.ts';

const [seconds = 30] = process.argv.slice(2).map(Number);
const WHAT_IS_READ = ['one file of 256 MiB', '40 × 5 MiB', '5000 × 10 KiB'];
const minioServer = await minio.start();
const startServer = (): ChildProcess => fork(new URL('./download-store-server.ts', import.meta.url));
const ask = (child: ChildProcess, task: StoreTask): Promise<StoreAnswer> => {
  const answered = messageOf<StoreAnswer>(child);
  child.send(task);
  return answered;
};

/** Connections to the store that are open, by the kernel's table. */
const connections = async (): Promise<number> => {
  const port = Number(new URL(minioServer.endpoint).port).toString(16).toUpperCase().padStart(4, '0');
  const ESTABLISHED = '01';
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  return lines.filter(([, , remote, state]) => remote?.endsWith(`:${port}`) && state === ESTABLISHED).length;
};

interface Watched {
  mostMb: number;
  mostConnections: number;
  waits: number[];
}

/** Asks for something else again and again meanwhile. */
const watch = async (origin: string): Promise<Watched> => {
  const watched: Watched = { mostMb: 0, mostConnections: 0, waits: [] };
  const endsAt = performance.now() + seconds * 1_000;
  while (performance.now() < endsAt) {
    watched.waits.push(await firstByteMs(`${origin}/else`));
    watched.mostMb = Math.max(watched.mostMb, memoryMbOf(child.pid ?? 0));
    watched.mostConnections = Math.max(watched.mostConnections, await connections());
    await pause(20);
  }
  return watched;
};

const report = (name: string, atRestMb: number, { mostMb, mostConnections, waits }: Watched): void => {
  const [median, p99] = [quantile(waits, 0.5), quantile(waits, 0.99)].map((wait) => wait.toFixed(0));
  console.log(`${name} (load ${loadavg()[0]?.toFixed(1)}):`);
  console.log(`${atRestMb.toFixed(0)} MB at rest, at most ${(mostMb - atRestMb).toFixed(0)} MB more;`);
  console.log(`at most ${mostConnections} connections to the store;`);
  console.log(`${waits.length} other requests: median ${median} ms, p99 ${p99} ms\n`);
};

const slowReaders = async (origin: string, urls: readonly string[]): Promise<void> => {
  const atRest = memoryMbOf(child.pid ?? 0);
  const reading = Promise.all(
    Array.from({ length: 200 }, (_, index) => readByRate(urls[index % urls.length] ?? '', seconds, 200_000)),
  );
  report('200 readers at 200 kB/s each', atRest, await watch(origin));
  await reading;
};

const fastReaders = async (origin: string, urls: readonly string[]): Promise<void> => {
  const atRest = memoryMbOf(child.pid ?? 0);
  const reading = Promise.all(
    Array.from({ length: 50 }, (_, index) => readFast(urls[index % urls.length] ?? '', seconds)),
  );
  report('50 readers at full speed', atRest, await watch(origin));
  const gigabytes = (await reading).reduce((sum, byteSize) => sum + byteSize, 0) / 1e9;
  console.log(`they got ${gigabytes.toFixed(1)} GB\n`);
};

const settings = bucketOn(minioServer);
const [filling, child] = [startServer(), startServer()];
try {
  await ask(filling, { settings });
  filling.kill();
  const origin = `http://127.0.0.1:${(await ask(child, { settings, isFilled: true })).port}`;
  const urls = WHAT_IS_READ.map((name) => `${origin}/${encodeURI(name)}`);
  // Its code is warm then.
  for (const url of urls) await readFast(url, 1);
  await pause(2_000);
  await slowReaders(origin, urls);
  await pause(2_000);
  await fastReaders(origin, urls);
} finally {
  filling.kill();
  child.kill();
  await minioServer.stop();
}
