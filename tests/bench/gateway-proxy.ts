// What the gateway costs in front of a service in another process: 1 GiB by curl, directly and through it.
// node tests/bench/gateway-proxy.ts [rounds]
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { remoteUpstream } from '../../gateway/src/upstreams/remote-upstream.ts';

const MIB = 1_024 * 1_024;
const BYTE_SIZE = 1_024 * MIB;
const [role = '3', target = ''] = process.argv.slice(2);

/** Writes one buffer again and again: nothing is read, so the way alone is measured. */
const origin: RequestListener = (_request, response) => {
  const block = Buffer.alloc(MIB);
  response.writeHead(200, { 'Content-Length': BYTE_SIZE });
  let left = BYTE_SIZE / MIB;
  const write = () => {
    left -= 1;
    if (left === 0) response.end(block);
    else response.write(block, write);
  };
  write();
};

if (role === 'origin') await serve(origin);
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
  const service = await started('origin');
  const gateway = await started('proxy', service.url);
  for (let round = 1; round <= rounds; round += 1)
    for (const [name, url] of [
      ['direct', service.url],
      ['through the gateway', gateway.url],
    ] as const)
      console.log(`${name}: ${Math.round(bytesPerSecond(`${url}/d/ticket`) / MIB)} MiB/s`);
  gateway.child.send('usage');
  const [usage] = (await once(gateway.child, 'message')) as [{ cpuSeconds: number; rssMiB: number }];
  console.log(
    `gateway: ${(usage.cpuSeconds / rounds).toFixed(2)} CPU s per GiB, ${Math.round(usage.rssMiB)} MiB RSS`,
  );
  for (const { child } of [service, gateway]) child.kill();
}

function bytesPerSecond(url: string): number {
  const format = '%{size_download} %{speed_download}';
  const [size, speed] = execFileSync('curl', ['-s', '-o', '/dev/null', '-w', format, url])
    .toString()
    .split(' ');
  if (Number(size) !== BYTE_SIZE) throw new Error(`Only ${size} bytes came.`);
  return Number(speed);
}
