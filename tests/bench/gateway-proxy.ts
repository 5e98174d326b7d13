// What the gateway costs in front of the archive engine in another process: 1 GiB from disk by curl, directly, through
// it, and through an nginx in its place, round by round.
// node tests/bench/gateway-proxy.ts [rounds]
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { remoteUpstream } from '../../gateway/src/upstreams/remote-upstream.ts';
import { createDiskSource } from '../../services/download/src/engine/disk-source.ts';
import { sendRange } from '../../services/download/src/engine/sender.ts';
import { createSlabPool } from '../../services/download/src/engine/slab-pool.ts';
import { singleFile } from '../../services/download/src/engine/virtual-file.ts';
import { nginxBinary, startNginx } from './download-nginx.ts';

const MIB = 1_024 * 1_024;
const BYTE_SIZE = 1_024 * MIB;
const [role = '3', target = ''] = process.argv.slice(2);

/** The engine as the download service uses it, over a file that the kernel has in memory. */
const origin = (): RequestListener => {
  const file = path.join(target, 'file');
  const source = createDiskSource({ pathOf: () => file });
  const pool = createSlabPool({ mostLarge: 64 });
  const sent = singleFile({ objectKey: 'file', byteSize: BYTE_SIZE, sha256: '' });
  return (_request, response) => {
    response.setHeader('Content-Length', BYTE_SIZE);
    const { signal } = new AbortController();
    void sendRange({ response, file: sent, from: 0, to: BYTE_SIZE, source, pool, signal }).then(() =>
      response.end(),
    );
  };
};

if (role === 'origin') await serve(origin());
else if (role === 'proxy')
  await serve(express().use(remoteUpstream({ name: 'origin', url: target, log: quietLog })));
else await measure(Number(role));

async function serve(listener: RequestListener): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const startedAt = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(startedAt);
    process.send?.({ cpuSeconds: (user + system) / 1e6, rssMiB: process.memoryUsage.rss() / MIB });
  });
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function started(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(import.meta.filename, args);
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function measure(rounds: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-bench-'));
  await writeFile(path.join(folder, 'file'), Buffer.alloc(BYTE_SIZE, 'vitrine'));
  const service = await started('origin', folder);
  const gateway = await started('proxy', service.url);
  const nginx = await startedNginx(path.join(folder, 'nginx'), service.url);
  const ratios: { gateway: number; nginx: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const of = (url: string): number => bytesPerSecond(`${url}/d/ticket`) / MIB;
    const [direct, through, peer] = [of(service.url), of(gateway.url), of(nginx.origin)];
    ratios.push({ gateway: through / direct, nginx: peer / direct });
    console.log(
      `direct ${direct.toFixed()} MiB/s, through the gateway ${through.toFixed()}: ${(through / direct).toFixed(2)}, through nginx ${peer.toFixed()}: ${(peer / direct).toFixed(2)}`,
    );
  }
  const median = (of: keyof (typeof ratios)[number]): string | undefined =>
    ratios
      .map((each) => each[of])
      .toSorted((a, b) => a - b)
      [Math.floor(rounds / 2)]?.toFixed(2);
  console.log(`median ratio: the gateway ${median('gateway')}, nginx ${median('nginx')}`);
  gateway.child.send('usage');
  const [usage] = (await once(gateway.child, 'message')) as [{ cpuSeconds: number; rssMiB: number }];
  console.log(
    `gateway: ${(usage.cpuSeconds / rounds).toFixed(2)} CPU s per GiB, ${Math.round(usage.rssMiB)} MiB RSS`,
  );
  for (const { child } of [service, gateway]) child.kill();
  await nginx.stop();
  await rm(folder, { recursive: true });
}

/** Buffers as large as its answers pass best through it. */
async function startedNginx(nginxFolder: string, upstream: string) {
  if (nginxBinary === null) throw new Error('This needs nginx.');
  return startNginx({
    binary: nginxBinary,
    folder: nginxFolder,
    upstreams: `upstream engine { server ${new URL(upstream).host}; keepalive 4; }`,
    locations: `location /d/ {
      proxy_pass http://engine;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_buffers 16 256k;
      proxy_buffer_size 256k;
      proxy_busy_buffers_size 512k;
      proxy_max_temp_file_size 0;
    }`,
  });
}

function bytesPerSecond(url: string): number {
  const format = '%{size_download} %{speed_download}';
  const [size, speed] = execFileSync('curl', ['-s', '-o', '/dev/null', '-w', format, url])
    .toString()
    .split(' ');
  if (Number(size) !== BYTE_SIZE) throw new Error(`Only ${size} bytes came.`);
  return Number(speed);
}
