/**
 * What 200 readers cost that take the first bytes of a large zip and then stand still: memory and descriptors while they
 * stand, and what is left once all are ended. A whole system, on real engines with MinIO as the store, or as `npm start`
 * runs it on disk.
 *
 *   node_modules/.bin/node tests/bench/download-standing-readers.ts [distributed|one] [readers, 200]
 */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { DownloadView, UploadView } from '@vitrine/contracts';
import { Upload } from 'tus-js-client';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { startRealEngines } from '../support/real-engines.ts';
import { startDistributed } from '../support/running-distributed.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { memoryMbOf } from './download-measure.ts';

const [shape = 'distributed', readers = '200'] = process.argv.slice(2);
const FILES = 4;
const BLOCK = randomBytes(8 * 1024 ** 2);
const BLOCKS = 8;
const TAKEN_BYTE_SIZE = 100_000;
/** A session may have 64 downloads. */
const READERS_PER_SESSION = 50;
/** A reader may stand still for 60 to 70 s, and the gateway and the service begin to count one after the other. */
const ENDED_WITHIN_MS = 180_000;
const LOOK_EVERY_MS = 1_000;

interface System {
  url: string;
  pids: Record<string, number>;
  stop: () => Promise<void>;
}

const distributed = async (): Promise<System> => {
  const engines = await startRealEngines();
  const maker = await startVitrineOn(await temporaryFolder(), engines.addresses);
  await maker.discard();
  const system = await startDistributed({ addresses: engines.addresses });
  const pidOf = (name: 'download' | 'gateway') => system.of(name)[0]?.pid() ?? 0;
  const stop = async (): Promise<void> => {
    await system.stop();
    await engines.stop();
  };
  return { url: system.url, pids: { download: pidOf('download'), gateway: pidOf('gateway') }, stop };
};

const inOneProcess = async (): Promise<System> => {
  const system = await startVitrineOn(await temporaryFolder());
  return { url: system.url, pids: { 'npm start': system.process.pid ?? 0 }, stop: system.discard };
};

const uploaded = async (url: string, person: ApiPerson, fileName: string): Promise<string> => {
  const content = Readable.from(Array.from({ length: BLOCKS }, () => BLOCK));
  const path = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `${url}/api/v1/uploads`,
      uploadSize: BLOCKS * BLOCK.length,
      chunkSize: 8 * BLOCK.length,
      headers: { cookie: person.cookie() },
      metadata: { filename: fileName },
      onSuccess: () => resolve(new URL(upload.url ?? '').pathname.replace('/api/v1', '')),
      onError: reject,
    });
    upload.start();
  });
  const assetId = async () => (await person.get<UploadView>(path)).assetId;
  return until(`${fileName} is an asset`, assetId, ENDED_WITHIN_MS);
};

/** Takes the first bytes and then no more. */
const standStill = (url: string, path: string, cookie: string): Socket => {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  let taken = 0;
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    taken += bytes.length;
    if (taken >= TAKEN_BYTE_SIZE) socket.pause();
  });
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n\r\n`);
  return socket;
};

const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

interface Seen {
  memoryMb: number;
  descriptors: number;
}
const look = ({ pids }: System): Record<string, Seen> =>
  Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [
      name,
      { memoryMb: Math.round(memoryMbOf(pid)), descriptors: descriptorsOf(pid) },
    ]),
  );

/** Until hardly any connection is left; the most memory of each process meanwhile. */
const watchUntilEnded = async (system: System, most: Record<string, Seen>): Promise<number> => {
  const beganAt = performance.now();
  while (performance.now() - beganAt < ENDED_WITHIN_MS) {
    await pause(LOOK_EVERY_MS);
    const now = look(system);
    for (const [name, seen] of Object.entries(now)) {
      const before = most[name] ?? seen;
      most[name] = {
        memoryMb: Math.max(before.memoryMb, seen.memoryMb),
        descriptors: Math.max(before.descriptors, seen.descriptors),
      };
    }
    const isBegun = Object.values(most).some(({ descriptors }) => descriptors > Number(readers));
    if (isBegun && Object.values(now).every(({ descriptors }) => descriptors < Number(readers) / 2)) break;
  }
  return (performance.now() - beganAt) / 1_000;
};

const shown = (seen: Record<string, Seen>): string =>
  Object.entries(seen)
    .map(([name, { memoryMb, descriptors }]) => `${name} ${memoryMb} MB, ${descriptors} descriptors`)
    .join('; ');

const system = await (shape === 'one' ? inOneProcess() : distributed());
try {
  const people = await Promise.all(
    Array.from({ length: Math.ceil(Number(readers) / READERS_PER_SESSION) }, () =>
      signedIn(system.url, 'mia@demo.test'),
    ),
  );
  const [mia] = people as [ApiPerson];
  const assetIds: string[] = [];
  for (let count = 0; count < FILES; count += 1)
    assetIds.push(await uploaded(system.url, mia, `film ${count}.bin`));
  const plans = await Promise.all(
    people.map(async (person) => ({
      cookie: person.cookie(),
      ...(await person.post<DownloadView>('/downloads', { assetIds })),
    })),
  );
  await pause(3_000);
  console.log(`at rest: ${shown(look(system))}`);
  const sockets = Array.from({ length: Number(readers) }, (_, index) => {
    const { url = '', cookie = '' } = plans[index % plans.length] ?? {};
    return standStill(system.url, url, cookie);
  });
  const most: Record<string, Seen> = {};
  const seconds = await watchUntilEnded(system, most);
  console.log(`at most: ${shown(most)} (load ${loadavg()[0]?.toFixed(1)})`);
  console.log(`ended after ${seconds.toFixed(0)} s: ${shown(look(system))}`);
  for (const socket of sockets) socket.destroy();
} finally {
  await system.stop();
}
