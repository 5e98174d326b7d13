/**
 * Downloads from an S3 store: one object of 256 MiB and zips of many, by the engine, beside an nginx that proxies the
 * ready-made zip as an object, and one that proxies the same objects, one after the other over kept connections. Rounds
 * are interleaved, the client is curl on loopback; medians.
 *
 *   node_modules/.bin/node tests/bench/download-store.ts [rounds, 5] [part of a name, for instance 512]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { SignedRead } from '@vitrine/platform/objects/port.ts';
import { minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { bucketOn } from '@vitrine/platform/testing/s3-under-test.ts';
import {
  type Sample,
  curlEach,
  markdown,
  measure,
  measureTaking,
  median,
  messageOf,
} from './download-measure.ts';
import { nginxBinary, startNginx } from './download-nginx.ts';
import type { StoreAnswer, StoreTask } from './download-store-server.ts';

if (nginxBinary === null) throw new Error('This needs nginx.');
const [rounds = '5', only = ''] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));
const server = await minio.start();
const child: ChildProcess = fork(new URL('./download-store-server.ts', import.meta.url));
const nginx = await startNginx({
  binary: nginxBinary,
  folder: path.join(folder, 'nginx'),
  upstreams: `upstream store { server ${new URL(server.endpoint).host}; keepalive 16; }`,
  locations: `location / {
    proxy_pass http://store;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host ${new URL(server.endpoint).host};
    proxy_buffers 16 64k;
    proxy_buffer_size 64k;
    proxy_max_temp_file_size 0;
  }`,
});

const compare = async ({ port, reads }: StoreAnswer): Promise<void> => {
  for (const { name, ready, each } of reads.filter(({ name }) => name.includes(only))) {
    const ofNginx = ({ path: objectPath, headers }: SignedRead) => ({
      url: `${nginx.origin}${objectPath}`,
      headers: Object.entries(headers).map(([header, value]) => `${header}: ${value}`),
    });
    const fromNginx = (objects: readonly SignedRead[]) => () =>
      measureTaking([nginx.pid], () => curlEach(objects.map(ofNginx)));
    const contestants = [
      { of: 'nginx, one ready object', take: fromNginx([ready]) },
      { of: 'nginx, the same objects', take: fromNginx(each) },
      { of: 'ours', take: () => measure([child.pid ?? 0], `http://127.0.0.1:${port}/${encodeURI(name)}`) },
    ];
    const samples = contestants.map((): Sample[] => []);
    for (let round = 0; round <= Number(rounds); round += 1) {
      for (const [index, { take }] of contestants.entries()) {
        const sample = await take();
        if (round > 0) samples[index]?.push(sample);
      }
    }
    report(
      name,
      contestants.map(({ of }, index) => [of, samples[index] ?? []]),
    );
  }
};

const report = (name: string, results: [string, Sample[]][]): void => {
  const speedOf = (of: readonly Sample[] = []) => median(of.map(({ mbPerSecond }) => mbPerSecond));
  const rows = results.map(([of, taken]) => [
    of,
    speedOf(taken).toFixed(0),
    (speedOf(taken) / speedOf(results[0]?.[1])).toPrecision(2),
    median(taken.map(({ cpuSecondsPerGb }) => cpuSecondsPerGb)).toPrecision(2),
    median(taken.map(({ peakMb }) => peakMb)).toFixed(0),
  ]);
  console.log(`\n${name}, ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
  console.log(markdown(['', 'MB/s', 'ratio', 'CPU s per GB', 'peak MB'], rows));
};

try {
  const answered = messageOf<StoreAnswer>(child);
  child.send({ settings: bucketOn(server) } satisfies StoreTask);
  await compare(await answered);
} finally {
  child.kill();
  await nginx.stop();
  await server.stop();
  rmSync(folder, { recursive: true });
}
