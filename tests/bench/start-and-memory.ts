/**
 * How long a start on an empty folder takes until the page is served, with and without the demo, what it costs in CPU,
 * and what memory everything takes at rest. Linux; the build of the page has to be there.
 *
 *   node_modules/.bin/node tests/bench/start-and-memory.ts [rounds, 3] [seconds of rest, 30]
 */
import { readFile, readdir } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';

interface Process {
  id: number;
  parentId: number;
  name: string;
  /** Its own. */
  cpuSeconds: number;
  /** Of its children that ended. */
  endedCpuSeconds: number;
}

interface Round {
  startSeconds: number;
  cpuSeconds: Map<string, number>;
  load: number;
  memory: Map<string, number>;
}

const TICKS_PER_SECOND = 100;

/** The program that a Node runs, as all of them bear one name. */
const partOf = async (id: number, name: string): Promise<string> => {
  const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
  return name.startsWith('postgres') ? 'postgres' : (/([\w.-]+)\.ts\0/.exec(command)?.[1] ?? name);
};

const readProcess = async (id: number): Promise<Process | null> => {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => null);
  const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat ?? '') ?? [];
  if (stat === null) return null;
  const fields = rest.split(' ');
  const secondsAt = (...places: number[]): number =>
    sumOf(places.map((place) => Number(fields[place]))) / TICKS_PER_SECOND;
  const cpu = { cpuSeconds: secondsAt(11, 12), endedCpuSeconds: secondsAt(13, 14) };
  return { id, name: await partOf(id, name), parentId: Number(fields[1]), ...cpu };
};

/** A process and all that descend from it. */
const treeOf = async (rootId: number): Promise<Process[]> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(ids.map(readProcess))).filter((each) => each !== null);
  const found = all.filter(({ id }) => id === rootId);
  for (const parent of found) found.push(...all.filter(({ parentId }) => parentId === parent.id));
  return found;
};

/** The share of each process in the memory of the machine: what several use together counts once. */
const megabytesOf = async ({ id }: Process): Promise<number> => {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1_000;
};

const addTo = (sums: Map<string, number>, name: string, value: number): void =>
  void sums.set(name, (sums.get(name) ?? 0) + value);

const memoryByName = async (rootId: number): Promise<Map<string, number>> => {
  const sums = new Map<string, number>();
  for (const each of await treeOf(rootId)) addTo(sums, each.name, await megabytesOf(each));
  return sums;
};

const cpuByName = async (rootId: number): Promise<Map<string, number>> => {
  const sums = new Map<string, number>();
  for (const { name, cpuSeconds, endedCpuSeconds } of await treeOf(rootId)) {
    addTo(sums, name, cpuSeconds);
    addTo(sums, `${name}'s ended children`, endedCpuSeconds);
  }
  return sums;
};

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, each) => sum + each, 0);

const partsOf = (sums: Map<string, number>, digits: number): string =>
  [...sums]
    .filter(([, value]) => value >= 0.1)
    .map(([name, value]) => `${name} ${value.toFixed(digits)}`)
    .join(', ');

const oneRound = async (demo: '0' | '1', restSeconds: number): Promise<Round> => {
  const startedAt = performance.now();
  const vitrine = await startVitrineOn(await temporaryFolder(), { DEMO: demo });
  const startSeconds = (performance.now() - startedAt) / 1_000;
  const rootId = vitrine.process.pid ?? 0;
  const cpuSeconds = await cpuByName(rootId);
  const load = loadavg()[0] ?? 0;
  await pause(restSeconds * 1_000);
  const memory = await memoryByName(rootId);
  await vitrine.discard();
  return { startSeconds, cpuSeconds, load, memory };
};

const [rounds = 3, restSeconds = 30] = process.argv.slice(2).map(Number);
console.log(`${availableParallelism()} cores, Node ${process.version}; load is that of the last minute`);
for (const demo of ['0', '1'] as const)
  for (let round = 1; round <= rounds; round += 1) {
    const isLast = round === rounds;
    const { startSeconds, cpuSeconds, load, memory } = await oneRound(demo, isLast ? restSeconds : 0);
    const figures = `serves after ${startSeconds.toFixed(1)} s, ${sumOf(cpuSeconds.values()).toFixed(1)} s of CPU (${partsOf(cpuSeconds, 1)}), load ${load.toFixed(1)}`;
    console.log(`${demo === '1' ? 'with' : 'without'} demo, round ${round}: ${figures}`);
    if (!isLast) continue;
    console.log(
      `  at rest after ${restSeconds} s: ${sumOf(memory.values()).toFixed(0)} MB (${partsOf(memory, 0)})`,
    );
  }
