import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { curl, readWhole } from './readers.ts';
import { type TwoDoors, openTwoDoors } from './two-doors.ts';

const DOWNLOADS = 50;
const AT_ONCE = 5;

let doors: TwoDoors;
let another: Awaited<ReturnType<TwoDoors['bench']['startAnother']>>;
let gateways: string[];
let mia: UserActor;
let assets: AssetFacts[];
let folder: string;
beforeAll(async () => {
  doors = await openTwoDoors();
  const { bench, gatewayBefore } = doors;
  another = await bench.startAnother();
  gateways = [doors.doors['through the gateway'], await gatewayBefore(another.origin)];
  mia = bench.user();
  assets = [
    await bench.asset(mia, 'a.bin', {}, 3_000_000),
    ...(await Promise.all(Array.from({ length: 40 }, (_, index) => bench.asset(mia, `${index}.png`)))),
    await bench.asset(mia, 'b.bin', {}, 400_000),
  ];
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-resume-'));
});
afterAll(async () => {
  await another.stop();
  await doors.close();
  await rm(folder, { recursive: true });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Appends to a file what curl brings, and kills it when so many bytes came. */
const killAfter = async (url: string, file: string, byteSize: number, from: number): Promise<void> => {
  const child = spawn('curl', ['-s', '--noproxy', '*', '-r', `${from}-`, url]);
  const into = createWriteStream(file, { flags: 'a' });
  const ended = once(child, 'close');
  let left = byteSize;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    into.write(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
    if (left === 0) break;
  }
  child.kill('SIGKILL');
  await ended;
  await new Promise((written) => into.end(written));
};

/** Gets a download with several violent ends, each time by another way, and gives its bytes. */
const inPieces = async (url: string, byteSize: number, name: string): Promise<Buffer> => {
  const file = path.join(folder, name);
  let from = 0;
  for (const kill of [0, 1]) {
    await killAfter(
      `${gateways[kill]!}${url}`,
      file,
      1 + Math.floor((Math.random() * (byteSize - from)) / 2),
      from,
    );
    from = (await stat(file)).size;
  }
  const { status, exitCode } = await curl([
    ...['-s', '--noproxy', '*', '-C', '-', '-o', file, '-w', '%{http_code}'],
    `${gateways[0]!}${url}`,
  ]);
  expect({ status, exitCode }).toEqual({ status: 206, exitCode: 0 });
  return readFile(file);
};

test('when downloads are killed at random bytes and go on through other processes, then each is whole', async () => {
  const reference = `${gateways[0]!}${await doors.planned(mia, assets)}`;
  const whole = await readWhole(reference);
  const numbers = Array.from({ length: DOWNLOADS }, (_, index) => index);
  const one = async (number: number): Promise<void> => {
    const url = await doors.planned(mia, assets);
    const got = await inPieces(url, whole.length, `${number}.zip`);
    expect([number, got.length, sha256(got)]).toEqual([number, whole.length, sha256(whole)]);
  };
  const worker = async (): Promise<void> => {
    for (let next = numbers.pop(); next !== undefined; next = numbers.pop()) await one(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}, 120_000);
