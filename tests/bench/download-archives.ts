/**
 * Zips of stored files, from the disk: the engine beside nginx with a ready-made zip, and beside what others use.
 * Rounds are interleaved, the client is curl on loopback, the disk is warm; medians.
 *
 *   npm run bench:download [-- rounds, 5]
 *
 * NGINX_WITH_MOD_ZIP names an nginx that was built with mod_zip. Packages of others are installed into a folder of the
 * benchmark. Who cannot take part is named.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { ArchiveEntry } from '../../services/download/src/engine/layout.ts';
import type { ContestantName, Task } from './download-contestants.ts';
import { type Scenario, bigFiles, makeFiles, smallFiles } from './download-files.ts';
import { startFloor } from './download-floor.ts';
import { type Sample, markdown, measure, median, messageOf } from './download-measure.ts';
import { startModZip } from './download-mod-zip.ts';
import { nginxBinary, startNginx } from './download-nginx.ts';

interface Running {
  name: string;
  url: string;
  pids: number[];
  stop: () => Promise<void> | void;
}

const names: ContestantName[] = ['ours', 'ours-unpacked', 'ours-ready', 'archiver', 'yazl', 'client-zip'];
const packages = ['archiver@8.0.0', 'yazl@3.3.1', 'client-zip@2.5.1'];

const startContestant = async (name: ContestantName, task: Task): Promise<Running> => {
  const child: ChildProcess = fork(new URL('./download-contestant.ts', import.meta.url));
  const answered = messageOf<number>(child);
  child.send({ name, task });
  const port = await answered;
  return { name, url: `http://127.0.0.1:${port}/`, pids: [child.pid ?? 0], stop: () => void child.kill() };
};

const startSendfile = async (binary: string, task: Task): Promise<Running> => {
  const folder = path.join(task.folder, 'nginx');
  const location = `location = /ready.zip { alias ${task.readyZip}; }`;
  const { origin, pid, stop } = await startNginx({ binary, folder, locations: location });
  return { name: 'nginx sendfile', url: `${origin}/ready.zip`, pids: [pid], stop };
};

const startAll = async (task: Task): Promise<Running[]> => {
  const all: Running[] = [];
  if (nginxBinary === null) console.log('No nginx on this machine.');
  else all.push(await startSendfile(nginxBinary, task));
  for (const threads of [1, 2] as const) {
    const floor = await startFloor(task, threads);
    if (floor !== null) all.push(floor);
  }
  const modZip = await startModZip(task);
  if (modZip === null) console.log('No nginx with mod_zip: NGINX_WITH_MOD_ZIP is not set.');
  else all.push(modZip);
  for (const name of names.filter(
    (each) => isWanted(each) && (task.packages !== '' || each.startsWith('ours')),
  ))
    all.push(await startContestant(name, task));
  return all;
};

const [rounds = '5', ...only] = process.argv.slice(2);
const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);

/** Makes the ready-made zip with the engine itself: the same bytes for all that can be given them. */
const makeReadyZip = async (task: Task): Promise<void> => {
  const maker = await startContestant('ours', task);
  execFileSync('curl', ['-sSf', '--noproxy', '*', '-o', task.readyZip, maker.url]);
  await maker.stop();
};

const compare = async (scenario: Scenario, task: Task): Promise<void> => {
  await makeReadyZip(task);
  const running = await startAll(task);
  const samples = new Map<string, Sample[]>(running.map(({ name }) => [name, []]));
  for (let round = 0; round <= Number(rounds); round += 1) {
    for (const { name, url, pids } of running) {
      const sample = await measure(pids, url).catch((error: unknown) => console.log(name, String(error)));
      if (round > 0 && sample) samples.get(name)?.push(sample);
    }
  }
  for (const { stop } of running) await stop();
  report(scenario, samples);
};

const report = ({ name }: Scenario, samples: ReadonlyMap<string, readonly Sample[]>): void => {
  const speedOf = (of: readonly Sample[] = []) => median(of.map(({ mbPerSecond }) => mbPerSecond));
  const rod = speedOf(samples.get('nginx sendfile'));
  const rows = Array.from(samples, ([contestant, taken]) => {
    const speeds = taken.map(({ mbPerSecond }) => mbPerSecond);
    if (speeds.length === 0) return [contestant, 'failed each time', '', '', ''];
    return [
      contestant,
      `${speedOf(taken).toFixed(0)} (${Math.min(...speeds).toFixed(0)} to ${Math.max(...speeds).toFixed(0)})`,
      (speedOf(taken) / rod).toPrecision(2),
      median(taken.map(({ cpuSecondsPerGb }) => cpuSecondsPerGb)).toPrecision(2),
      median(taken.map(({ peakMb }) => peakMb)).toFixed(0),
    ];
  });
  console.log(`\n${name}, ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}\n`);
  console.log(markdown(['', 'MB/s', 'ratio', 'CPU s per GB', 'peak MB'], rows));
};

const installOthers = (folder: string): string => {
  if (only.length > 0 && only.every((name) => name.startsWith('ours'))) return '';
  try {
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--silent', '--prefix', folder];
    execFileSync('npm', ['install', ...options, ...packages]);
    return folder;
  } catch {
    console.log(`Not to be had here: ${packages.join(', ')}.`);
    return '';
  }
};

const root = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));
try {
  const installed = installOthers(root);
  for (const scenario of [bigFiles, smallFiles]) {
    const folder = path.join(root, String(scenario.count));
    const entries: ArchiveEntry[] = await makeFiles(folder, scenario);
    await compare(scenario, {
      folder,
      entries,
      readyZip: path.join(folder, 'ready.zip'),
      packages: installed,
    });
  }
} finally {
  rmSync(root, { recursive: true });
}
