/**
 * A zip of 200 × 5 MiB through the whole front door as `npm start` ships it (gateway, session, plan and leave for each
 * entry, everything in one process), beside the engine alone over the same files, and an nginx with the ready-made zip.
 * Rounds are interleaved, the client is curl on loopback, the disk is warm; medians.
 *
 *   node_modules/.bin/node tests/bench/front-door.ts [rounds, 5]
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { DownloadView, SessionView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import type { Task } from './download-contestants.ts';
import { bigFiles, keyOf, makeFiles, storeIn } from './download-files.ts';
import { type Sample, markdown, measure, median, messageOf } from './download-measure.ts';
import { nginxBinary, startNginx } from './download-nginx.ts';

const [rounds = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));
const readyZip = path.join(folder, 'ready.zip');

/** Brings the files into the current domain of a person. @returns the ids of their assets */
const uploadAll = async (person: ApiPerson, count: number): Promise<string[]> => {
  const { domains } = await person.get<SessionView>('/session');
  const { pathOf } = await storeIn(folder);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const content = readFileSync(pathOf(keyOf(index)));
    const { body } = await person.upload({
      fileName: `photo ${index}.raw`,
      content,
      ...(domains[0] && { domainId: domains[0].id }),
    });
    ids.push(String(body['id']));
  }
  return ids;
};

const startEngine = async (task: Task): Promise<{ child: ChildProcess; url: string }> => {
  const child = fork(new URL('./download-contestant.ts', import.meta.url));
  const answered = messageOf<number>(child);
  child.send({ name: 'ours', task });
  return { child, url: `http://127.0.0.1:${await answered}/` };
};

interface Contestant {
  name: string;
  take: () => Promise<Sample>;
}

const compare = async (contestants: readonly Contestant[]): Promise<void> => {
  const samples = contestants.map((): Sample[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, { take }] of contestants.entries()) {
      const sample = await take();
      if (round > 0) samples[index]?.push(sample);
    }
  const speeds = samples.map((of) => of.map(({ mbPerSecond }) => mbPerSecond));
  const rows = contestants.map(({ name }, index) => [
    name,
    `${median(speeds[index] ?? []).toFixed(0)} (${Math.min(...(speeds[index] ?? [])).toFixed(0)} to ${Math.max(...(speeds[index] ?? [])).toFixed(0)})`,
    (median(speeds[index] ?? []) / median(speeds[0] ?? [])).toPrecision(2),
    median((samples[index] ?? []).map(({ cpuSecondsPerGb }) => cpuSecondsPerGb)).toPrecision(2),
  ]);
  console.log(`\n${bigFiles.name}, ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
  console.log(markdown(['', 'MB/s', 'ratio', 'CPU s per GB'], rows));
};

const vitrine = await startVitrineOn(await temporaryFolder());
const ended: (() => unknown)[] = [() => rmSync(folder, { recursive: true }), () => vitrine.discard()];
try {
  const entries = await makeFiles(folder, bigFiles);
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const assetIds = await uploadAll(mia, bigFiles.count);
  const { url: ticket } = await mia.post<DownloadView>('/downloads', { assetIds });
  const [front, cookie] = [`${vitrine.url}${ticket}`, ['-H', `Cookie: ${mia.cookie()}`]];
  execFileSync('curl', ['-sSf', '--noproxy', '*', ...cookie, '-o', readyZip, front]);
  const engine = await startEngine({ folder, entries, readyZip, packages: '' });
  ended.push(() => engine.child.kill());
  const contestants: Contestant[] = [
    { name: 'the engine alone', take: () => measure([engine.child.pid ?? 0], engine.url) },
    { name: 'the whole front door', take: () => measure([vitrine.process.pid ?? 0], front, cookie) },
  ];
  if (nginxBinary !== null) {
    const locations = `location = /ready.zip { alias ${readyZip}; }`;
    const nginx = await startNginx({ binary: nginxBinary, folder: path.join(folder, 'nginx'), locations });
    ended.push(() => nginx.stop());
    contestants.push({
      name: 'nginx `sendfile` of the ready zip',
      take: () => measure([nginx.pid], `${nginx.origin}/ready.zip`),
    });
  }
  await compare(contestants);
} finally {
  for (const end of ended.toReversed()) await end();
}
