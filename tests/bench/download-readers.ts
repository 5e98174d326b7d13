/**
 * Many readers of one process at a time: what 200 slow ones cost in memory, what 50 fast ones cost others, how evenly
 * they share, and how soon the first byte of a planned zip comes. The files are sparse, the server is a process of its own,
 * and so is the gateway where one is between.
 *
 *   node_modules/.bin/node tests/bench/download-readers.ts [seconds of each, 30] [part of a name: first, slow, others, gateway, sharing]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryMbOf, quantile } from './download-measure.ts';
import { firstByteMs, readFast, readSlowly } from './download-reading.ts';

const [seconds = 30] = process.argv.slice(2, 3).map(Number);
const only = process.argv[3] ?? '';
const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));

interface Server {
  origin: string;
  pid: number;
  child: ChildProcess;
}

const startServer = async (): Promise<Server> => {
  const child = fork(new URL('./download-readers-server.ts', import.meta.url), [folder]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, child };
};

const withServer = async (run: (server: Server) => Promise<void>): Promise<void> => {
  const server = await startServer();
  await run(server);
  server.child.kill();
  await once(server.child, 'exit');
};

const slowReaders = async ({ origin, pid }: Server): Promise<void> => {
  const [count, over] = [200, new AbortController()];
  await firstByteMs(`${origin}/d/gibibyte`);
  await pause(1_000);
  const atRest = memoryMbOf(pid);
  for (let index = 0; index < count; index += 1) readSlowly(`${origin}/d/gibibyte`, 200_000, over.signal);
  let most = 0;
  for (let second = 0; second < seconds; second += 1) {
    await pause(1_000);
    most = Math.max(most, memoryMbOf(pid));
  }
  over.abort();
  const more = most - atRest;
  console.log(
    `${count} readers of 1 GiB at 200 kB/s each: ${atRest.toFixed(0)} MB at rest, ${most.toFixed(0)} MB`,
  );
  console.log(`at most: ${more.toFixed(0)} MB more, ${(more / count).toFixed(2)} MB each`);
};

const othersWait = async ({ origin, child }: Server): Promise<void> => {
  const paths = Array.from({ length: 50 }, (_, index) => (index % 2 ? 'd/gibibyte' : 'd/zip-20000'));
  const reading = Promise.all(paths.map((file) => readFast(`${origin}/${file}`, seconds)));
  const endsAt = performance.now() + seconds * 1_000;
  await pause(2_000);
  child.send('begin');
  const waits: number[] = [];
  while (performance.now() < endsAt) {
    waits.push(await firstByteMs(`${origin}/else`));
    await pause(20);
  }
  child.send('end');
  const [{ loopDelayP99Ms }] = (await once(child, 'message')) as [{ loopDelayP99Ms: number }];
  const gigabytes = (await reading).reduce((sum, byteSize) => sum + byteSize, 0) / 1e9;
  console.log(
    `${waits.length} other requests beside 50 downloads at full speed (${gigabytes.toFixed(1)} GB):`,
  );
  console.log(`median ${quantile(waits, 0.5).toFixed(0)} ms, p99 ${quantile(waits, 0.99).toFixed(0)} ms;`);
  console.log(`p99 of the delay of the server's loop ${loopDelayP99Ms.toFixed(0)} ms`);
};

/** The same with the gateway as shipped between, a process of its own: it is the one that is asked for something else. */
const othersWaitAtGateway = async (server: Server): Promise<void> => {
  const gateway = fork(new URL('./gateway-proxy.ts', import.meta.url), ['proxy', server.origin]);
  const [origin] = (await once(gateway, 'message')) as [string];
  await othersWait({ ...server, origin });
  gateway.kill();
  await once(gateway, 'exit');
};

const sharing =
  (count: number) =>
  async ({ origin }: Server): Promise<void> => {
    const read = await Promise.all(
      Array.from({ length: count }, () => readFast(`${origin}/d/gibibyte`, seconds)),
    );
    const [least, most] = [Math.min(...read), Math.max(...read)];
    const shown = [least, quantile(read, 0.5), most].map((byteSize) => `${(byteSize / 1e6).toFixed(0)} MB`);
    console.log(`${count} readers at full speed got ${shown.join(', ')} (least, median, most)`);
  };

const firstBytes = async ({ origin }: Server): Promise<void> => {
  for (const file of ['d/zip-10', 'd/zip-20000', 'd/zip-100000']) {
    const waits: number[] = [];
    for (let index = 0; index < 100; index += 1) waits.push(await firstByteMs(`${origin}/${file}`));
    const shown = [0.5, 0.95].map((part) => `${quantile(waits, part).toFixed(1)} ms`);
    console.log(`first byte of ${file}: median and p95 ${shown.join(', ')}`);
  }
};

try {
  const runs = {
    'first bytes': firstBytes,
    'slow readers': slowReaders,
    'others beside fast ones': othersWait,
    'gateway, others beside fast ones': othersWaitAtGateway,
    'sharing of 20': sharing(20),
    'sharing of 60': sharing(60),
  };
  for (const [name, run] of Object.entries(runs)) {
    if (!name.includes(only)) continue;
    await withServer(run);
    console.log(`(${name}; load ${loadavg()[0]?.toFixed(1)})\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
